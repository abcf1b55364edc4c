package io.github.wxcard.output;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** This process's standard output, which tells a reader that has gone from any other trouble. */
public final class StandardOutput extends OutputStream {
  /** Nobody reads any more, as after {@code | head -1}; the program ends with 0. */
  public static final class ClosedPipeException extends RuntimeException {
    ClosedPipeException(Throwable cause) {
      super("standard output was closed by its reader", cause);
    }
  }

  private final OutputStream stream = new FileOutputStream(FileDescriptor.out);

  StandardOutput() {}

  @Override
  public void write(int oneByte) throws IOException {
    write(new byte[] {(byte) oneByte}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    try {
      stream.write(bytes, offset, length);
    } catch (IOException e) {
      if (isBrokenPipe(e)) {
        throw new ClosedPipeException(e);
      }
      throw e;
    }
  }

  /** What is told of any other trouble. */
  static Failure unwritable(IOException e) {
    return Failure.of(
            FailureKind.INTERNAL,
            "cannot write to standard output: " + IoErrorMessage.of(e),
            "Look at where the output goes: a full disk, or a stream closed by the caller.")
        .causedBy(e);
  }

  private static boolean isBrokenPipe(IOException e) {
    return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe")
        || isPipe();
  }

  /** The system's words for a broken pipe follow the locale; the kind of stream does not. */
  private static boolean isPipe() {
    try {
      String target = Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
      return target.startsWith("pipe:") || target.startsWith("socket:");
    } catch (IOException e) {
      return false;
    }
  }
}
