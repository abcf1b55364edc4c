package io.github.wxcard.error;

import io.github.wxcard.text.IoErrorMessage;
import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;

/** Why a server could not take its port. */
public final class ListenFailure {
  private ListenFailure() {}

  /** A failure of kind config that says what to do about it. */
  public static Failure of(String host, int port, IOException cause) {
    if (cause instanceof UnknownHostException) {
      return Failure.of(
          FailureKind.CONFIG, "no such host: " + host, "Name an address of this machine.");
    }
    String what = "cannot listen on " + host + ":" + port;
    if (cause instanceof BindException) {
      return Failure.of(
              FailureKind.CONFIG,
              what + ": " + IoErrorMessage.of(cause),
              isOfAnotherMachine(cause)
                  ? "Name an address of this machine with --host."
                  : "Name another --port, or --port 0 for a free one.")
          .causedBy(cause);
    }
    return Failure.of(FailureKind.CONFIG, what, "Name another --host or --port.")
        .meaning(IoErrorMessage.of(cause))
        .causedBy(cause);
  }

  /** As the system says it: Cannot, or Can't, assign requested address. */
  private static boolean isOfAnotherMachine(IOException cause) {
    return String.valueOf(cause.getMessage()).contains("assign requested address");
  }
}
