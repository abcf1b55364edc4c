package io.github.wxcard.client;

import io.github.wxcard.client.CallFailedException.RetryDecision;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.SecretMask;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;

/** Why no answer came, in words, and whether the request can have arrived. */
final class NetworkErrors {
  private static final String REFUSED = "connection refused";
  private static final String NOTHING_SENT = "Nothing was sent, so nothing was done.";

  private NetworkErrors() {}

  /**
   * @param limit how long the request was allowed to take
   * @param mask for causes that quote what a server said, which may be the token
   */
  static CallFailedException explain(
      ApiCall call, URI base, Duration limit, Throwable cause, SecretMask mask) {
    String why = call.masked(mask, why(cause));
    if (cause instanceof ResponseCollector.TooLarge) {
      return new CallFailedException(
          RetryDecision.UNCERTAIN_FOR_GOOD,
          Failure.of(
              FailureKind.NETWORK,
              call.name() + ": " + cause.getMessage(),
              "This is no answer of WeChat's; see who answers at " + base + "."));
    }
    if (cause instanceof ProxyException refusal) {
      return new CallFailedException(
          refusal.passing() ? RetryDecision.UNSENT : RetryDecision.UNSENT_FOR_GOOD,
          refused(refusal));
    }
    if (cause instanceof SSLHandshakeException && root(cause) instanceof GeneralSecurityException) {
      return new CallFailedException(RetryDecision.UNSENT_FOR_GOOD, untrusted(base, why, cause));
    }
    if (cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof SSLHandshakeException
        || cause instanceof HttpTransport.NotSentException) {
      return new CallFailedException(RetryDecision.UNSENT, unreachable(base, why, cause));
    }
    if (cause instanceof HttpTimeoutException) {
      return timeout(call, base, limit);
    }
    return new CallFailedException(
        RetryDecision.UNCERTAIN,
        Failure.of(
                FailureKind.NETWORK,
                call.name() + ": the connection to " + base.getHost() + " broke (" + why + ")",
                "Try again; `wxcard doctor` tests the connection.")
            .retryable(true)
            .causedBy(cause));
  }

  private static CallFailedException timeout(ApiCall call, URI base, Duration limit) {
    return new CallFailedException(
        RetryDecision.UNCERTAIN,
        Failure.of(
                FailureKind.NETWORK,
                call.name() + ": no answer from " + base.getHost() + " within " + words(limit),
                "Try again, or allow more time with --timeout.")
            .retryable(true));
  }

  private static Failure untrusted(URI base, String why, Throwable cause) {
    return Failure.of(
            FailureKind.NETWORK,
            "no secure connection to " + base.getHost() + " (" + why + ")",
            "Behind a company proxy, name its certificate authority's PEM file in WXCARD_CA_FILE;"
                + " anywhere else, this may not be the host it says it is.")
        .meaning(NOTHING_SENT)
        .causedBy(cause);
  }

  private static Failure unreachable(URI base, String why, Throwable cause) {
    return Failure.of(
            FailureKind.NETWORK,
            "cannot reach " + base.getScheme() + "://" + base.getAuthority() + " (" + why + ")",
            base.getScheme().equalsIgnoreCase("https")
                ? "Check the network, the base address and HTTPS_PROXY."
                : "Check that something serves there, such as `wxcard sandbox serve`.")
        .meaning(NOTHING_SENT)
        .retryable(true)
        .causedBy(cause);
  }

  private static Failure refused(ProxyException refusal) {
    return Failure.of(FailureKind.NETWORK, refusal.getMessage(), refusal.fix())
        .meaning(NOTHING_SENT)
        .retryable(refusal.passing());
  }

  /** The first cause in a few words. */
  static String why(Throwable cause) {
    for (Throwable reason = cause; reason != null; reason = reason.getCause()) {
      if (reason instanceof UnresolvedAddressException) {
        return "the host's name is not known";
      }
    }
    Throwable root = root(cause);
    String said = root.getMessage();
    if (said == null) {
      return root instanceof ConnectException || root instanceof ClosedChannelException
          ? REFUSED
          : IoErrorMessage.of(root);
    }
    // Some JDKs say nothing, some the same with a capital.
    return said.equalsIgnoreCase(REFUSED) ? REFUSED : said;
  }

  private static Throwable root(Throwable cause) {
    return cause.getCause() == null ? cause : root(cause.getCause());
  }

  private static String words(Duration limit) {
    long millis = limit.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
