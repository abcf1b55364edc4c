package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SampleEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.sandbox.MovableClock;
import io.github.wxcard.sign.MessageMode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What somebody can make of one captured push without the Token: its signatures fit other values,
 * too, because nothing stands between the values that are signed.
 */
@Timeout(60)
final class ForgedPushesTest {
  private static final int SECONDS_BEFORE = 5;

  @TempDir Path home;
  private final MovableClock clock = new MovableClock("2026-11-25T10:00:00Z");
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).at(clock);
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN, --allow-plain, true",
    "PLAIN, --max-age=0, true",
    "COMPATIBLE, --allow-plain, true",
    "COMPATIBLE, --max-age=5m, true",
    "SAFE, --allow-plain, true",
    "SAFE, --max-age=0, true",
    "COMPATIBLE, --max-age=0, false",
    "SAFE, --max-age=5m, false",
  })
  void no_split_of_a_captured_push_is_let_in(MessageMode mode, String option, boolean seen) {
    boolean plain = mode == MessageMode.PLAIN;
    Wxcard.Running running =
        (plain ? wx.typing(Callback.TOKEN + "\n") : wx.typing(Callback.SECRETS))
            .start(
                "event",
                "listen",
                "--port",
                "0",
                "--secrets-stdin",
                "--json",
                "--count",
                "2",
                option);
    Listening listening = new Listening(running, running.waitForNote("Listening at (\\S+)"));
    SignedPush captured = captured(mode);
    if (seen) {
      assertThat(Callback.send(listening.url(), captured).statusCode()).isEqualTo(200);
    }

    List<SignedPush> forged = forged(captured);
    assertThat(forged).hasSizeGreaterThan(20);
    for (SignedPush push : forged) {
      int status = Callback.send(listening.url(), push).statusCode();
      boolean same = push.query().equals(captured.query()) && hasText(push, captured);
      // Whoever holds a push back may send it in its place; its text is still WeChat's.
      if (seen || !hasText(push, captured)) {
        assertThat(status / 100).as("%s", push).isEqualTo(same ? 2 : 4);
      }
    }

    assertThat(end(listening).out()).doesNotContain("9999");
  }

  /** Others that may come, until the listener has had enough. */
  private Run end(Listening listening) {
    try {
      for (int i = 1; i < 4; i++) {
        Instant now = clock.instant().plusSeconds(i);
        Callback.send(listening.url(), push(MessageMode.SAFE, "last" + i, now, new Random(i)));
        Callback.send(listening.url(), push(MessageMode.PLAIN, "last" + i, now, new Random(-i)));
      }
    } catch (UncheckedIOException ended) {
      // It has had enough.
    }
    return listening.running().join().exits(0);
  }

  private static boolean hasText(SignedPush push, SignedPush captured) {
    String encrypt = encrypt(captured.body());
    return encrypt.isEmpty()
        ? push.body().equals(captured.body())
        : encrypt(push.body()).equals(encrypt);
  }

  /** One whose nonce would do as a timestamp. */
  private SignedPush captured(MessageMode mode) {
    int nonce = (int) clock.instant().getEpochSecond() - SECONDS_BEFORE;
    return push(
        mode,
        "4711",
        clock.instant(),
        new Random(1) {
          @Override
          public int nextInt() {
            return nonce;
          }
        });
  }

  private static SignedPush push(MessageMode mode, String code, Instant now, Random random) {
    return SignedPush.of(
        SampleEvent.of(EventKind.USER_DEL_CARD, Map.of("UserCardCode", code), now),
        Callback.KEYS,
        mode,
        now,
        random);
  }

  /** All that has a signature which fits, with the captured body and with others. */
  private List<SignedPush> forged(SignedPush captured) {
    Map<String, String> query = captured.query();
    String timestamp = query.get("timestamp");
    String nonce = query.get("nonce");
    String encrypt = encrypt(captured.body());
    List<String> digests =
        Stream.of(query.get("signature"), query.get("msg_signature"))
            .filter(each -> each != null)
            .toList();
    List<Map<String, String>> queries = new ArrayList<>();
    for (List<String> parts :
        List.of(List.of(timestamp, nonce), List.of(timestamp, nonce, encrypt))) {
      String joined = String.join("", parts.stream().sorted().toList());
      for (int i = 1; i < joined.length(); i++) {
        String head = joined.substring(0, i);
        String tail = joined.substring(i);
        add(queries, digests, query, head, tail);
        add(queries, digests, query, tail, head);
      }
    }
    String other = push(MessageMode.PLAIN, "9999", clock.instant(), new Random(2)).body();
    List<SignedPush> forged = new ArrayList<>();
    for (Map<String, String> each : queries) {
      forged.add(new SignedPush(each, other));
      forged.add(
          new SignedPush(
              each, other.replace("</xml>", "<Encrypt>" + encrypt + "</Encrypt></xml>")));
      if (!each.equals(query)) {
        forged.add(new SignedPush(each, captured.body()));
      }
    }
    return forged;
  }

  /** The queries that these two values and a captured digest make. */
  private static void add(
      List<Map<String, String>> queries,
      List<String> digests,
      Map<String, String> captured,
      String timestamp,
      String nonce) {
    if (digests.contains(Callback.KEYS.sign(timestamp, nonce, ""))) {
      Map<String, String> query = new LinkedHashMap<>(captured);
      query.put("signature", Callback.KEYS.sign(timestamp, nonce, ""));
      query.put("timestamp", timestamp);
      query.put("nonce", nonce);
      queries.add(query);
    }
  }

  private static String encrypt(String body) {
    return XmlReader.read(body, "the push").field("Encrypt");
  }
}
