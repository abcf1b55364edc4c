package io.github.wxcard.trust;

import static org.awaitility.Awaitility.await;

import io.github.wxcard.cli.ServeProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** The program in a process of its own that waits for callers; its streams are files. */
final class Waiting implements AutoCloseable {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final Process process;
  private final Path out;
  private final Path err;
  private URI base;
  private int requests;

  private Waiting(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /**
   * Returns once it says where it is.
   *
   * @param folder its home, and where its streams go
   * @param typed what its standard input holds
   * @param address what it says, on whichever stream; the first group is the address
   */
  static Waiting start(Path folder, List<String> words, String typed, Pattern address)
      throws IOException {
    Path in = Files.writeString(Files.createTempFile("typed", ".txt"), typed);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = ServeProcess.program(folder, words);
    builder.environment().keySet().removeIf(name -> name.matches("(WXCARD|XDG)_.*"));
    builder.redirectInput(in.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
    Waiting waiting = new Waiting(builder.start(), out, err);
    try {
      waiting.base = URI.create(waiting.awaited(address));
      return waiting;
    } catch (ConditionTimeoutException | TerminalFailureException silent) {
      waiting.close();
      throw silent;
    } finally {
      Files.delete(in);
    }
  }

  private String awaited(Pattern wanted) {
    return await(wanted.pattern())
        .atMost(TIMEOUT)
        .pollInterval(BETWEEN_LOOKS)
        .failFast("the program has ended", () -> !process.isAlive())
        .until(() -> wanted.matcher(out() + err()), Matcher::find)
        .group(1);
  }

  URI base() {
    return base;
  }

  int requests() {
    return requests;
  }

  String out() throws IOException {
    return Search.text(out);
  }

  String err() throws IOException {
    return Search.text(err);
  }

  /** Sends what may be no request at all, and gives back what comes before the connection ends. */
  String send(String request) throws IOException {
    requests++;
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout((int) TIMEOUT.toMillis());
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.shutdownOutput();
      socket.getInputStream().transferTo(answer);
    } catch (SocketException e) {
      // It hung up, as it may on anything that is no request.
    }
    return answer.toString(StandardCharsets.UTF_8);
  }

  String post(String address, String body) throws IOException {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    return send(
        "POST %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(address, base.getAuthority(), length, body));
  }

  String get(String address) throws IOException {
    return send(
        "GET %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
            .formatted(address, base.getAuthority()));
  }

  /** Tells it to stop and waits until it has; gives back its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
