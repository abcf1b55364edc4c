package io.github.wxcard.trust;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Eight processes that write one config file, each of which can be killed and replaced. */
final class Writers implements AutoCloseable {
  /** The profile that is there before them, and that each of them makes the current one. */
  static final String KEPT = "shop";

  static final int COUNT = 8;
  private static final int KILLED = 128 + 9;
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final Path config;
  private final Random random;
  private final Writer[] writers = new Writer[COUNT];

  /** By writer and kind, the number of the last write that was said to be done. */
  private final Map<String, Long> done = new HashMap<>();

  private long total;
  private long number;

  private record Writer(Process process, Thread listener) {}

  Writers(Path config, Random random) throws IOException {
    this.config = config;
    this.random = random;
    for (int i = 0; i < COUNT; i++) {
      writers[i] = start(i);
    }
  }

  static List<String> names() {
    return IntStream.range(0, COUNT).mapToObj(Writers::name).toList();
  }

  /** Waits until that many more writes are done, by whoever. */
  void awaitWrites(long more) throws InterruptedException {
    long from = total();
    await(now -> now >= from + more);
  }

  /** Kills one, and returns when all that it said has been heard. */
  void killOne() throws InterruptedException {
    int victim = random.nextInt(COUNT);
    kill(writers[victim]);
    writers[victim] = null;
  }

  /** Puts another in the place of the one that was killed. */
  void replace() throws IOException {
    for (int i = 0; i < COUNT; i++) {
      writers[i] = writers[i] == null ? start(i) : writers[i];
    }
  }

  /** Kills them all, and returns when all that they said has been heard. */
  void killAll() throws InterruptedException {
    for (Writer writer : writers) {
      kill(writer);
    }
  }

  @Override
  public void close() {
    for (Writer writer : writers) {
      if (writer != null) {
        writer.process().toHandle().destroyForcibly();
      }
    }
  }

  /** The last write of a kind that a writer has said to be done; 0 for none. */
  synchronized long done(String name, String kind) {
    return done.getOrDefault(name + " " + kind, 0L);
  }

  synchronized long total() {
    return total;
  }

  private synchronized void await(LongPredicate enough) throws InterruptedException {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!enough.test(total)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("the writers no longer get on: a lock was left behind");
      }
      wait(left);
    }
  }

  private static void kill(Writer writer) throws InterruptedException {
    // By its handle: the process itself would also close the pipe, with what has been said in it.
    writer.process().toHandle().destroyForcibly();
    int code = writer.process().waitFor();
    writer.listener().join();
    if (code != KILLED) {
      throw new AssertionError("a writer had ended by itself, with " + code);
    }
  }

  private static String name(int index) {
    return "writer-" + index;
  }

  private Writer start(int index) throws IOException {
    // Numbers go on where those of the one before may have ended.
    number += 1_000_000;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                ConfigWriter.class.getName(),
                config.toString(),
                name(index),
                Long.toString(random.nextLong()),
                Long.toString(number))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Thread listener = new Thread(() -> listen(name(index), process));
    listener.setDaemon(true);
    listener.start();
    return new Writer(process, listener);
  }

  private void listen(String name, Process process) {
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        note(name, line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void note(String name, String line) {
    int blank = line.indexOf(' ');
    done.put(name + " " + line.substring(0, blank), Long.parseLong(line.substring(blank + 1)));
    total++;
    notifyAll();
  }
}
