package io.github.wxcard.config;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that takes a lock, says so, and keeps it until it is killed. */
final class LockHolder {
  private LockHolder() {}

  static Process start(Path lock) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LockHolder.class.getName(),
                lock.toString())
            .redirectErrorStream(true)
            .start();
    if (process.getInputStream().read() != 'L') {
      throw new IOException("the lock holder did not start");
    }
    return process;
  }

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.WRITE)) {
      channel.lock();
      System.out.write('L');
      System.out.flush();
      System.in.read();
    }
  }
}
