package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers the last pushes. WeChat sends a message again until it is accepted, within seconds;
 * anybody who has seen a push can send it later, or another plain one under its signature, which
 * covers no body.
 */
public final class RecentPushes {
  /** WeChat waits five seconds for each of up to four deliveries; the rest is for slow networks. */
  public static final Duration REPEATING = Duration.ofSeconds(30);

  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Arrival> bySignature = newest();
  private final Map<String, String> byIdentity = newest();

  private record Arrival(String message, Instant at) {}

  /**
   * @param clock what the time between two arrivals is measured with
   */
  public RecentPushes(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes note of a push.
   *
   * @return whether its message has come before, under this signature or another
   * @throws Failure of kind REFUSED when its signature came before with another message, or came so
   *     long ago that WeChat has ceased to repeat it
   */
  public synchronized boolean isRepeated(ReceivedPush push) {
    Arrival now = new Arrival(digest(push.clear()), clock.instant());
    Arrival before = bySignature.putIfAbsent(digest(push.query().signed()), now);
    if (before != null) {
      refuseReplay(before, now);
    }
    return byIdentity.put(digest(push.message().identity()), "") != null;
  }

  private static void refuseReplay(Arrival before, Arrival now) {
    if (!before.message().equals(now.message())) {
      throw Failure.of(
          Kind.REFUSED,
          "timestamp, nonce and signature came before with another message",
          "Somebody may have sent it in WeChat's name; a new message has a new signature.");
    }
    Duration since = Duration.between(before.at(), now.at());
    if (since.compareTo(REPEATING) > 0) {
      throw Failure.of(
          Kind.REFUSED,
          "a replay: the same signed push came %,d seconds ago".formatted(since.toSeconds()),
          "WeChat repeats a push within seconds only; somebody may have recorded it.");
    }
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

  private static <V> Map<String, V> newest() {
    return new LinkedHashMap<>() {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > REMEMBERED;
      }
    };
  }
}
