package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
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

final class PushVerifierTest {
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final CallbackKeys KEYS = new CallbackKeys("weixin", KEY, "wx1");
  private static final Instant NOW = Instant.ofEpochSecond(1472551036);

  private final PushVerifier verifier = new PushVerifier(KEYS, true);
  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource(MessageMode.class)
  void a_push_of_any_mode_is_let_in(MessageMode mode) {
    VerifiedPush received = open(verifier, push("759733467744", mode));

    assertThat(received.mode()).isEqualTo(mode);
    assertThat(received.message().field("UserCardCode")).isEqualTo("759733467744");
    assertThat(received.message().isEncrypted()).isFalse();
    assertThat(received.query().signedAt(NOW)).isEqualTo(NOW);
  }

  @Test
  void the_echo_of_a_published_signature_is_given_back() {
    String query =
        "signature=335b26997f05c82243aad6b10a2d1853637e71a8&timestamp=1357982061"
            + "&nonce=1358161344&echostr=5836%26";

    assertThat(verifier.echo(CallbackQuery.parse(query))).isEqualTo("5836&");
    assertRefused(
        FailureKind.INPUT,
        "without echostr",
        () -> verifier.echo(CallbackQuery.parse(query.replace("echostr", "echo"))));
    assertRefused(
        FailureKind.REFUSED,
        "signature does not fit",
        () -> verifier.echo(CallbackQuery.parse(query.replace("335b", "335c"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "timestamp", "nonce", "msg_signature"})
  void what_is_signed_may_be_neither_changed_nor_left_out(String name) {
    SignedPush push = push("1", MessageMode.SAFE);

    assertRefused(
        FailureKind.REFUSED,
        "",
        () -> open(verifier, with(push, name, push.query().get(name) + "0")));
    assertRefused(FailureKind.REFUSED, "no ", () -> open(verifier, with(push, name, null)));
  }

  @Test
  void an_envelope_of_another_account_or_key_is_refused_with_the_reason() {
    CallbackKeys foreign = new CallbackKeys("weixin", KEY, "wx2");
    CallbackKeys rekeyed = new CallbackKeys("weixin", KEY.replace('a', 'b'), "wx1");
    SignedPush push = push("1", MessageMode.SAFE);

    assertRefused(
        FailureKind.REFUSED,
        "it is for wx1, not for wx2",
        () -> open(new PushVerifier(foreign, false), push));
    assertRefused(
        FailureKind.REFUSED,
        "another EncodingAESKey",
        () -> open(new PushVerifier(rekeyed, false), push));
  }

  @Test
  void without_a_key_the_clear_half_of_a_compatible_push_is_read() {
    PushVerifier keyless = new PushVerifier(new CallbackKeys("weixin", "", ""), false);

    VerifiedPush received = open(keyless, push("7", MessageMode.COMPATIBLE));

    assertThat(received.message().field("UserCardCode")).isEqualTo("7");
    assertRefused(
        FailureKind.REFUSED, "no EncodingAESKey", () -> open(keyless, push("7", MessageMode.SAFE)));
  }

  @Test
  void a_cipher_text_that_a_form_has_spoilt_is_named() {
    SignedPush push = push("+".repeat(200), MessageMode.SAFE);
    SignedPush spoilt = new SignedPush(push.query(), push.body().replace("+", " "));

    assertThatThrownBy(() -> open(verifier, spoilt))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.fix().orElse("")).contains("a + became a blank"));
  }

  @Test
  void with_a_key_a_plain_push_is_refused_unless_it_is_allowed() {
    PushVerifier strict = new PushVerifier(KEYS, false);

    assertRefused(
        FailureKind.REFUSED, "not encrypted", () -> open(strict, push("1", MessageMode.PLAIN)));
    assertThat(open(strict, push("1", MessageMode.COMPATIBLE)).isSealed()).isTrue();
    assertThat(open(verifier, push("1", MessageMode.PLAIN)).isSealed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"signature", "msg_signature", "timestamp", "nonce"})
  void a_value_that_comes_twice_is_refused(String name) {
    SignedPush push = push("1", MessageMode.SAFE);
    String query = push.at(URI.create("http://a.cn/")).getRawQuery() + "&" + name + "=1";

    assertRefused(
        FailureKind.REFUSED,
        name + " twice",
        () -> verifier.open(CallbackQuery.parse(query), push.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1472551036000: in milliseconds",
        "147255103: not ten digits",
        "14725510360: not ten digits",
        "0472551036: not ten digits",
        "soon: no number",
        "١٤٧٢٥٥١٠٣٦: no number",
        "-147255103: no number",
        "1472551036.0: no number",
        "' ': no number",
        "1472551097: 61 s in the future",
        "9999999999: in the future",
      })
  void a_timestamp_is_ten_digits_and_not_yet_to_come(String line) {
    String[] parts = line.split(": ", -1);
    CallbackQuery query = CallbackQuery.parse("timestamp=" + parts[0].replace("' '", "%20"));

    assertRefused(FailureKind.REFUSED, parts[1], () -> query.signedAt(NOW));
  }

  @Test
  void a_clock_may_be_a_minute_ahead() {
    assertThat(CallbackQuery.parse("timestamp=1472551096").signedAt(NOW))
        .isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  void the_check_of_an_address_cannot_become_a_push() {
    ReplayGuard recent = new ReplayGuard(new MovableClock("2026-11-25T10:00:00Z"));
    SignedPush push = push("1", MessageMode.PLAIN);
    CallbackQuery check =
        CallbackQuery.parse(
            with(push, "echostr", "5").at(URI.create("http://a.cn/")).getRawQuery());

    recent.check(check);
    recent.check(check);

    assertRefused(FailureKind.REFUSED, "with a GET", () -> recent.isRepeated(open(verifier, push)));
    SignedPush other = push("2", MessageMode.PLAIN);
    recent.isRepeated(open(verifier, other));
    CallbackQuery stolen = CallbackQuery.parse(other.at(URI.create("http://a.cn/")).getRawQuery());
    assertRefused(FailureKind.REFUSED, "with a plain message", () -> recent.check(stolen));
  }

  @Test
  void what_an_envelope_holds_beside_its_cipher_text_does_not_count() {
    ReplayGuard recent = new ReplayGuard(new MovableClock("2026-11-25T10:00:00Z"));
    SignedPush first = push("1", MessageMode.SAFE);
    SignedPush spaced = new SignedPush(first.query(), first.body().replace("\n", "\n\n"));

    assertThat(recent.isRepeated(open(verifier, first))).isFalse();
    assertThat(recent.isRepeated(open(verifier, spaced))).isTrue();
  }

  @Test
  void an_encrypted_push_without_its_cipher_text_is_no_message() {
    SignedPush plain = push("1", MessageMode.PLAIN);

    assertRefused(
        FailureKind.INPUT,
        "no Encrypt element",
        () -> open(verifier, with(plain, "encrypt_type", "aes")));
  }

  @Test
  void a_message_sent_again_is_a_repeat_and_another_under_its_signature_a_replay() {
    MovableClock clock = new MovableClock("2026-11-25T10:00:00Z");
    ReplayGuard recent = new ReplayGuard(clock);
    SignedPush first = push("1", MessageMode.PLAIN);

    assertThat(recent.isRepeated(open(verifier, first))).isFalse();
    assertThat(recent.isRepeated(open(verifier, first))).isTrue();
    assertThat(recent.isRepeated(open(verifier, push("1", MessageMode.SAFE)))).isTrue();
    assertThat(recent.isRepeated(open(verifier, push("2", MessageMode.PLAIN)))).isFalse();
    SignedPush forged = new SignedPush(first.query(), push("9", MessageMode.PLAIN).body());
    assertRefused(
        FailureKind.REFUSED,
        "with another message",
        () -> recent.isRepeated(open(verifier, forged)));
    clock.advance(ReplayGuard.REPEATING.plusMillis(1));
    assertRefused(FailureKind.REFUSED, "a replay", () -> recent.isRepeated(open(verifier, first)));
    assertThat(recent.isRepeated(open(verifier, push("1", MessageMode.PLAIN)))).isTrue();
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

  private static VerifiedPush open(PushVerifier verifier, SignedPush push) {
    URI address = push.at(URI.create("http://127.0.0.1/?shop=7"));
    return verifier.open(CallbackQuery.parse(address.getRawQuery()), push.body());
  }

  private static void assertRefused(FailureKind kind, String why, Runnable deed) {
    assertThatThrownBy(deed::run)
        .isInstanceOfSatisfying(
            Failure.class, failure -> assertThat(failure.kind()).isEqualTo(kind))
        .hasMessageContaining(why);
  }
}
