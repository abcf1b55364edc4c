package io.github.wxcard.event;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.Digests;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Remembers the last signatures. WeChat sends a message again until it is accepted, within seconds;
 * anybody who has seen a request can send it later, or another one under its signature: that covers
 * no body, unless the message is encrypted, and joins its values so that a character may move from
 * one to the next.
 */
public final class ReplayGuard {
  /** WeChat waits five seconds for each of up to four deliveries; the rest is for slow networks. */
  public static final Duration REPEATING = Duration.ofSeconds(30);

  private static final int REMEMBERED = 50_000;
  private static final String GET = "a GET";
  private static final String PLAIN = "a plain message";
  private static final String ENCRYPTED = "an encrypted message";

  private final Clock clock;
  private final Map<String, Use> bySignature = newest();
  private final Map<String, String> byIdentity = newest();

  /**
   * What a signature came with.
   *
   * @param text the digest of what was signed, or came along
   */
  private record Use(String kind, String values, String text, Instant at) {}

  /**
   * @param clock what the time between two arrivals is measured with
   */
  public ReplayGuard(Clock clock) {
    this.clock = clock;
  }

  /**
   * Takes note of a push.
   *
   * @return whether its message has come before, under this signature or another
   * @throws Failure of kind REFUSED when a signature came before with anything else, or came so
   *     long ago that WeChat has ceased to repeat it
   */
  public synchronized boolean isRepeated(VerifiedPush push) {
    CallbackQuery query = push.query();
    Use use = use(push.isSealed() ? ENCRYPTED : PLAIN, query, push.text());
    refuseOther(push.signature(), use);
    refuseLate(push.signature(), use);
    if (push.mode().encrypts()) {
      String other = query.value(push.isSealed() ? "signature" : "msg_signature");
      // Only the values count: the text is the other signature's matter.
      Use bare = use(use.kind(), query, "");
      refuseOther(other, bare);
      bySignature.putIfAbsent(other, bare);
    }
    bySignature.putIfAbsent(push.signature(), use);
    return byIdentity.put(digest(push.message().identity()), "") != null;
  }

  /** Takes note of a check of the address, as {@link #isRepeated} does of a push. */
  public synchronized void check(CallbackQuery query) {
    Use use = use(GET, query, query.value("echostr"));
    refuseOther(query.value("signature"), use);
    refuseLate(query.value("signature"), use);
    bySignature.putIfAbsent(query.value("signature"), use);
  }

  private Use use(String kind, CallbackQuery query, String text) {
    String values = query.value("timestamp") + "\n" + query.value("nonce");
    return new Use(kind, values, digest(text), clock.instant());
  }

  private void refuseOther(String signature, Use now) {
    Use before = bySignature.get(signature);
    if (before == null) {
      return;
    }
    if (!before.values().equals(now.values())) {
      throw forged("the signature came before with another timestamp or nonce");
    }
    if (!before.kind().equals(now.kind())) {
      throw forged("the signature came before with " + before.kind() + ", not " + now.kind());
    }
    if (!before.text().equals(now.text())) {
      throw forged("timestamp, nonce and signature came before with another message");
    }
  }

  private void refuseLate(String signature, Use now) {
    Use before = bySignature.getOrDefault(signature, now);
    Duration since = Duration.between(before.at(), now.at());
    if (since.compareTo(REPEATING) > 0) {
      throw Failure.of(
          FailureKind.REFUSED,
          String.format(
              Locale.ROOT,
              "a replay: the same signed push came %,d seconds ago",
              since.toSeconds()),
          "WeChat repeats a push within seconds only; somebody may have recorded it.");
    }
  }

  private static Failure forged(String why) {
    return Failure.of(
        FailureKind.REFUSED,
        why,
        "Somebody may have sent it in WeChat's name; a new message has a new signature.");
  }

  /** Messages may be long, and many of them are remembered. */
  private static String digest(String text) {
    return Digests.sha256Hex(text);
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
