package io.github.wxcard.client.redis;

import io.github.wxcard.config.TokenStoreAddress;
import io.github.wxcard.text.SecretMask;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import redis.clients.jedis.exceptions.JedisDataException;

/** Redis cannot be used: why, in words without secrets, and what a person can do about it. */
final class RedisException extends Exception {
  private static final long serialVersionUID = 1L;

  private static final Pattern LOGIN_REFUSED =
      Pattern.compile(
          "(?i)(WRONGPASS|NOAUTH|ERR invalid password|ERR Client sent AUTH|ERR AUTH).*");

  /** Servers quote the arguments of a command they do not know. */
  private static final Pattern QUOTED = Pattern.compile("(?s)(,? with args beginning with|\\R).*");

  private static final int LONGEST = 160;

  private final String fix;

  /**
   * @param why such as {@code the connection is refused}
   */
  private RedisException(String why, String fix) {
    super(why);
    this.fix = fix;
  }

  String fix() {
    return fix;
  }

  /**
   * @param thrown by the Redis client, or because time was up
   */
  static RedisException of(Throwable thrown, TokenStoreAddress address) {
    Throwable cause = root(thrown);
    if (cause instanceof JedisDataException) {
      return refused(String.valueOf(cause.getMessage()), address);
    }
    if (cause instanceof UnknownHostException) {
      return new RedisException("the host's name is not known", correct(address));
    }
    if (cause instanceof SSLException || thrown.toString().contains("SSL")) {
      return insecure(cause, address);
    }
    if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
      return new RedisException(
          "no answer in time",
          "Check that Redis runs there and can be reached"
              + (address.tls() ? "; a server without TLS is redis://." : "."));
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return new RedisException(
          "cannot connect", "Start Redis there, or " + small(correct(address)));
    }
    String text = String.valueOf(cause.getMessage());
    return text.contains("end of stream") || text.contains("reset") || text.contains("pipe")
        ? new RedisException(
            "the connection was closed", "Check Redis there; rediss:// is for TLS only.")
        : new RedisException("what answers there is not Redis", correct(address));
  }

  private static RedisException refused(String text, TokenStoreAddress address) {
    if (LOGIN_REFUSED.matcher(text).matches()) {
      return new RedisException(
          "the user or password is refused",
          "Correct the login in the tokenStore of " + address.origin() + ".");
    }
    String shown = QUOTED.matcher(text).replaceFirst("");
    shown = new SecretMask(Set.of(address.password())).text(shown);
    return new RedisException(
        "it refuses: " + shown.substring(0, Math.min(shown.length(), LONGEST)),
        "Name a single writable server that allows GET, SET, EVAL and DEL on wxcard:*.");
  }

  private static RedisException insecure(Throwable cause, TokenStoreAddress address) {
    return new RedisException(
        "no secure connection (" + cause.getMessage() + ")",
        address.tls()
            ? "Name the PEM file of the server's authority in WXCARD_CA_FILE, and the host as in"
                + " its certificate; a server without TLS is redis://."
            : correct(address));
  }

  private static String correct(TokenStoreAddress address) {
    return "Correct the tokenStore of " + address.origin() + ".";
  }

  private static String small(String sentence) {
    return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
  }

  /** What the client tries in turn it reports as suppressed. */
  private static Throwable root(Throwable thrown) {
    if (thrown.getCause() != null) {
      return root(thrown.getCause());
    }
    return thrown.getSuppressed().length == 0 ? thrown : root(thrown.getSuppressed()[0]);
  }
}
