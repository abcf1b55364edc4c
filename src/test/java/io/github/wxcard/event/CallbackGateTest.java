package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sandbox.MovableClock;
import io.github.wxcard.sign.MessageMode;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CallbackGateTest {
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final CallbackKeys KEYS = new CallbackKeys("weixin", KEY, "wx1");
  private static final Instant NOW = Instant.ofEpochSecond(1472551036);

  private final CallbackGate gate = new CallbackGate(KEYS);
  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource(MessageMode.class)
  void a_push_of_any_mode_is_let_in(MessageMode mode) {
    ReceivedPush received = open(gate, push("759733467744", mode));

    assertThat(received.mode()).isEqualTo(mode);
    assertThat(received.message().field("UserCardCode")).isEqualTo("759733467744");
    assertThat(received.message().isEncrypted()).isFalse();
    assertThat(received.query().seconds()).isEqualTo(NOW.getEpochSecond());
  }

  @Test
  void the_echo_of_a_published_signature_is_given_back() {
    String query =
        "signature=335b26997f05c82243aad6b10a2d1853637e71a8&timestamp=1357982061"
            + "&nonce=1358161344&echostr=5836%26";

    assertThat(gate.echo(CallbackQuery.parse(query))).isEqualTo("5836&");
    assertRefused(
        Kind.INPUT,
        "without echostr",
        () -> gate.echo(CallbackQuery.parse(query.replace("echostr", "echo"))));
    assertRefused(
        Kind.REFUSED,
        "signature does not fit",
        () -> gate.echo(CallbackQuery.parse(query.replace("335b", "335c"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "timestamp", "nonce", "msg_signature"})
  void what_is_signed_may_be_neither_changed_nor_left_out(String name) {
    SignedPush push = push("1", MessageMode.SAFE);

    assertRefused(
        Kind.REFUSED, "", () -> open(gate, with(push, name, push.query().get(name) + "0")));
    assertRefused(Kind.REFUSED, "no ", () -> open(gate, with(push, name, null)));
  }

  @Test
  void an_envelope_of_another_account_or_key_is_refused_with_the_reason() {
    CallbackKeys foreign = new CallbackKeys("weixin", KEY, "wx2");
    CallbackKeys rekeyed = new CallbackKeys("weixin", KEY.replace('a', 'b'), "wx1");
    SignedPush push = push("1", MessageMode.SAFE);

    assertRefused(
        Kind.REFUSED, "it is for wx1, not for wx2", () -> open(new CallbackGate(foreign), push));
    assertRefused(
        Kind.REFUSED, "another EncodingAESKey", () -> open(new CallbackGate(rekeyed), push));
  }

  @Test
  void without_a_key_the_clear_half_of_a_compatible_push_is_read() {
    CallbackGate keyless = new CallbackGate(new CallbackKeys("weixin", "", ""));

    ReceivedPush received = open(keyless, push("7", MessageMode.COMPATIBLE));

    assertThat(received.message().field("UserCardCode")).isEqualTo("7");
    assertRefused(
        Kind.REFUSED, "no EncodingAESKey", () -> open(keyless, push("7", MessageMode.SAFE)));
  }

  @Test
  void an_encrypted_push_without_its_cipher_text_is_no_message() {
    SignedPush plain = push("1", MessageMode.PLAIN);

    assertRefused(
        Kind.INPUT, "no Encrypt element", () -> open(gate, with(plain, "encrypt_type", "aes")));
  }

  @Test
  void a_message_sent_again_is_a_repeat_and_another_under_its_signature_a_replay() {
    MovableClock clock = new MovableClock("2026-11-25T10:00:00Z");
    RecentPushes recent = new RecentPushes(clock);
    SignedPush first = push("1", MessageMode.PLAIN);

    assertThat(recent.isRepeated(open(gate, first))).isFalse();
    assertThat(recent.isRepeated(open(gate, first))).isTrue();
    assertThat(recent.isRepeated(open(gate, push("1", MessageMode.SAFE)))).isTrue();
    assertThat(recent.isRepeated(open(gate, push("2", MessageMode.PLAIN)))).isFalse();
    SignedPush forged = new SignedPush(first.query(), push("9", MessageMode.PLAIN).body());
    assertRefused(
        Kind.REFUSED, "with another message", () -> recent.isRepeated(open(gate, forged)));
    clock.advance(RecentPushes.REPEATING.plusMillis(1));
    assertRefused(Kind.REFUSED, "a replay", () -> recent.isRepeated(open(gate, first)));
    assertThat(recent.isRepeated(open(gate, push("1", MessageMode.PLAIN)))).isTrue();
  }

  private SignedPush push(String code, MessageMode mode) {
    CardEvent event = SampleEvent.of(EventKind.USER_DEL_CARD, Map.of("UserCardCode", code), NOW);
    return SignedPush.of(event, KEYS, mode, NOW, random);
  }

  private static SignedPush with(SignedPush push, String name, String value) {
    Map<String, String> query = new HashMap<>(push.query());
    query.put(name, value);
    query.values().removeIf(each -> each == null);
    return new SignedPush(query, push.body());
  }

  private static ReceivedPush open(CallbackGate gate, SignedPush push) {
    URI address = push.at(URI.create("http://127.0.0.1/?shop=7"));
    return gate.open(CallbackQuery.parse(address.getRawQuery()), push.body());
  }

  private static void assertRefused(Kind kind, String why, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(why);
  }
}
