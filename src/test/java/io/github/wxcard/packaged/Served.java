package io.github.wxcard.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Main;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code sandbox serve} in a process of its own, for calls over bare sockets. */
public final class Served implements AutoCloseable {
  final Process process;
  private final URI base;

  private Served(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  /** Returns once it answers. */
  public static Served on(Path db, Path home) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            // Who is killed cleans up nothing: what SQLite unpacks goes with the home.
            "-Dorg.sqlite.tmpdir=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "sandbox",
            "serve",
            "--port",
            "0",
            "--db",
            db.toString());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HOME", home.toString());
    Process process = builder.start();
    String greeting = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (greeting == null) {
      throw new IOException("no sandbox: " + process.destroyForcibly());
    }
    return new Served(process, URI.create(Json.read(greeting).path("base_url").asText()));
  }

  public Process process() {
    return process;
  }

  /** POSTs JSON and takes whatever comes back until the connection ends. */
  Reply post(String path, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n"
            .formatted(path, base.getAuthority(), content.length);
    Reply reply = new Reply();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      socket.getInputStream().transferTo(reply.bytes);
    } catch (ConnectException e) {
      // Nobody listens any more.
    } catch (SocketException e) {
      // Cut off; what came before counts.
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return reply;
  }

  /** POSTs JSON and expects success. */
  JsonNode done(String path, String body) {
    JsonNode answer = post(path, body).json();
    if (answer.path("errcode").asInt() != 0) {
      throw new AssertionError(path + " " + body + ": " + answer);
    }
    return answer;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
