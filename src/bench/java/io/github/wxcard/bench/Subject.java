package io.github.wxcard.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, from its start to its first answer and its end. */
final class Subject implements AutoCloseable {
  private static final long LONGEST_START_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long BETWEEN_LOOKS_MILLIS = 2;

  private static final long BETWEEN_GLANCES_MILLIS = 500;
  private static final long RESTING_MILLIS = 20;
  private static final int MOST_LOOKS = 20;

  private final Process process;
  private final int port;
  private final double startMillis;

  private Subject(Process process, int port, double startMillis) {
    this.process = process;
    this.port = port;
    this.startMillis = startMillis;
  }

  /**
   * Starts a command and waits until it answers.
   *
   * @param command what to run, its {@code PORT} standing for a free one
   * @param path what it answers with status 200
   */
  static Subject start(List<String> command, Map<String, String> variables, String path)
      throws IOException, InterruptedException {
    int port = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(
            command.stream().map(word -> word.replace("PORT", Integer.toString(port))).toList());
    builder.environment().putAll(variables);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long start = System.nanoTime();
    Process process = builder.start();
    while (!answers(port, path)) {
      if (!process.isAlive() || System.nanoTime() - start > LONGEST_START_NANOS) {
        process.destroyForcibly();
        throw new IOException(String.join(" ", command) + " does not answer");
      }
      Thread.sleep(BETWEEN_LOOKS_MILLIS);
    }
    return new Subject(process, port, (System.nanoTime() - start) / 1e6);
  }

  /** The sandbox as {@code wxcard sandbox serve} starts it. */
  static Subject sandbox(Path launcher, Path folder, Path db)
      throws IOException, InterruptedException {
    return start(
        List.of(launcher.toString(), "sandbox", "serve", "--port", "PORT", "--db", db.toString()),
        Map.of("XDG_CONFIG_HOME", folder.toString()),
        "/sandbox/status");
  }

  int port() {
    return port;
  }

  /** From the process's start to its first answer. */
  double startMillis() {
    return startMillis;
  }

  /** The memory that is in use for it, in MiB. */
  double residentMebibytes() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("the system does not tell how much memory a process has");
  }

  /** Waits until it rests: what it still tidies up would cost whoever is measured next. */
  void settle() throws InterruptedException {
    long before = processorMillis();
    for (int look = 0; look < MOST_LOOKS; look++) {
      Thread.sleep(BETWEEN_GLANCES_MILLIS);
      long now = processorMillis();
      if (now - before <= RESTING_MILLIS) {
        return;
      }
      before = now;
    }
  }

  private long processorMillis() {
    return process.info().totalCpuDuration().orElseThrow().toMillis();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean answers(int port, String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
      connection.setReadTimeout(1000);
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
