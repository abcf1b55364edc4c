package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the last pushes. WeChat sends a message again until it is accepted; anybody who has
 * seen a plain one can send another under its signature, which covers no body.
 */
public final class RecentPushes {
  private static final int REMEMBERED = 10_000;

  private final Map<String, String> bySignature = newest();
  private final Map<String, String> byIdentity = newest();

  /**
   * Takes note of a push.
   *
   * @return whether its message has come before
   * @throws Failure of kind REFUSED when its signature came before with another message
   */
  public synchronized boolean isRepeated(ReceivedPush push) {
    String signature =
        push.query().value("timestamp")
            + "\n"
            + push.query().value("nonce")
            + "\n"
            + push.query().value("signature");
    String message = digest(push.clear());
    String before = bySignature.putIfAbsent(digest(signature), message);
    if (before != null && !before.equals(message)) {
      throw Failure.of(
          Kind.REFUSED,
          "timestamp, nonce and signature came before with another message",
          "Somebody may have sent it in WeChat's name; a new message has a new signature.");
    }
    return byIdentity.put(digest(push.message().identity()), "") != null;
  }

  /** Messages may be long, and ten thousand of them are remembered. */
  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static Map<String, String> newest() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
