package io.github.wxcard.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.github.wxcard.json.Json;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is measured is given secrets, and what is told of it, done or failed, holds none. */
@Timeout(60)
final class BenchSecretsTest {
  private static final String SECRET = "feedfacec0ffee00deadbeef5ec7e700";
  private static final String TOKEN = "88_marker-token-of-a-measurement";

  @TempDir Path folder;

  @Test
  void neither_the_table_nor_the_json_nor_the_failure_repeats_what_a_command_was_told()
      throws Exception {
    Path json = folder.resolve("leaky.json");
    File table = folder.resolve("table").toFile();
    File errors = folder.resolve("errors").toFile();
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process process =
        new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Leaky.class.getName(),
                SECRET,
                json.toString())
            .redirectOutput(table)
            .redirectError(errors)
            .start();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(table).content().contains("compared", "stated", "at most 3.00");
    assertThat(errors).content().contains("IOException", "ended with exit 7");
    assertThat(Json.read(Files.readString(json)).fieldNames())
        .toIterable()
        .containsExactly("compared", "stated");
    for (Path file : List.of(table.toPath(), errors.toPath(), json)) {
      assertThat(file).content().doesNotContain(SECRET);
    }
  }

  @Test
  void a_server_that_does_not_start_is_told_of_without_its_secrets() {
    List<String> command = List.of("/bin/sh", "-c", "echo $WXCARD_SECRET >&2; exit 7");

    assertThat(trace(() -> Subject.start(command, Map.of("WXCARD_SECRET", SECRET), "/")))
        .contains("does not answer")
        .doesNotContain(SECRET);
  }

  @Test
  void a_load_that_breaks_off_is_told_of_without_its_token() throws IOException {
    byte[] request = Load.post("/card/code/consume?access_token=" + TOKEN, "{}");
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket server = new ServerSocket(0, 1, loopback)) {
      Thread hangingUp = new Thread(() -> hangUp(server));
      hangingUp.start();
      int port = server.getLocalPort();
      assertThat(trace(() -> Load.run(port, 1, 1, i -> request, "good")))
          .contains("hung up after 0 answers")
          .doesNotContain(TOKEN);
    }
  }

  @Test
  void an_answer_that_makes_no_sense_is_told_of_without_its_token() throws IOException {
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anywhere, 0);
    byte[] answer = ("{\"access_token\":\"" + TOKEN + "\"").getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
    int port = server.getAddress().getPort();
    try {
      assertThat(trace(() -> Stock.token(port)))
          .contains("JsonEOFException")
          .doesNotContain(TOKEN, Stock.SECRET);
    } finally {
      server.stop(0);
    }
    assertThat(trace(() -> Stock.token(port)))
        .contains("ConnectException")
        .doesNotContain(Stock.SECRET);
  }

  /** Reads all of the request first, so that its end is no reset. */
  private static void hangUp(ServerSocket server) {
    try (Socket socket = server.accept()) {
      while (socket.getInputStream().read() != '}') {
        // The body's end is the request's.
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What {@code scripts/bench} would print of a failure. */
  private static String trace(ThrowingCallable measuring) {
    StringWriter text = new StringWriter();
    catchThrowable(measuring).printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }
}
