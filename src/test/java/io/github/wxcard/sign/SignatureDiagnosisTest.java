package io.github.wxcard.sign;

import static io.github.wxcard.sign.PublishedExamples.A1;
import static io.github.wxcard.sign.PublishedExamples.C1;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.J1;
import static io.github.wxcard.sign.PublishedExamples.J2;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The wrong texts are written out by hand: nothing of the code under test makes them. */
class SignatureDiagnosisTest {
  private static final String NUMBERS_FIRST = "1404896688";

  static Stream<Arguments> mistakes() {
    String card = A1.cardId();
    return Stream.of(
        Arguments.of("no-nonce-str", A1, "14048966881434008071" + CARD_TICKET + card),
        Arguments.of("no-code", A1, "1231404896688" + CARD_TICKET + card),
        Arguments.of("no-card-id", A1, "12314048966881434008071" + CARD_TICKET),
        Arguments.of("milliseconds", A1, "12314048966881231434008071" + CARD_TICKET + card),
        Arguments.of("unsorted", A1, CARD_TICKET + NUMBERS_FIRST + card + "1434008071" + "123"),
        Arguments.of("name-sort", A1, CARD_TICKET + card + "1434008071" + "123" + NUMBERS_FIRST),
        Arguments.of(
            "numeric-sort",
            new CardExtSignature(CARD_TICKET, card, "99", "", NUMBERS_FIRST, "n7"),
            "99" + NUMBERS_FIRST + "n7" + CARD_TICKET + card),
        Arguments.of(
            "locale-sort",
            new CardExtSignature("Zz", "aa", "", "", NUMBERS_FIRST, "Bb"),
            NUMBERS_FIRST + "aa" + "Bb" + "Zz"),
        Arguments.of(
            "equal-values",
            new CallbackSignature("test", "1410685589", "test", ""),
            "1410685589test"),
        Arguments.of("line-break", A1, "12314048966881434008071" + CARD_TICKET + "\n" + card),
        Arguments.of("no-app-id", C1, "1231404896688GROUPON" + CARD_TICKET + card),
        Arguments.of(
            "zero-shop", C1, "01231404896688GROUPON" + CARD_TICKET + card + "wx0123456789abcdef"),
        Arguments.of("fragment", J2, page(J2, "noncestr", J2.url())),
        Arguments.of("no-query", J1, page(J1, "noncestr", "http://mp.weixin.qq.com")),
        Arguments.of("slash", J1, page(J1, "noncestr", "http://mp.weixin.qq.com/?params=value")),
        Arguments.of("scheme", J1, page(J1, "noncestr", "https://mp.weixin.qq.com?params=value")),
        Arguments.of(
            "encoded", J1, page(J1, "noncestr", "http%3A%2F%2Fmp.weixin.qq.com%3Fparams%3Dvalue")),
        Arguments.of("named-nonceStr", J1, page(J1, "nonceStr", J1.url())),
        Arguments.of(
            "no-encrypt",
            new CallbackSignature("weixin", "1357982061", "1358161344", "YWJj"),
            "13579820611358161344weixin"),
        Arguments.of(
            "plus-signs",
            new CallbackSignature("weixin", "1357982061", "1358161344", "YW+j"),
            "13579820611358161344YW jweixin"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("mistakes")
  void the_mistake_that_makes_a_digest_is_named(String name, Signable right, String wrongText)
      throws Exception {
    assertThat(SignatureDiagnosis.of(right, hex("SHA-1", wrongText), right.mistakes()))
        .hasValueSatisfying(
            found ->
                assertThat(found.mistakes())
                    .extracting(SignatureMistake::name)
                    .containsExactly(name));
  }

  @Test
  void two_mistakes_at_once_are_both_named() throws Exception {
    String wrong = "1404896688" + "000" + CARD_TICKET + A1.cardId();
    CardExtSignature right =
        new CardExtSignature(CARD_TICKET, A1.cardId(), "", "", "1404896688", "123");
    assertThat(SignatureDiagnosis.of(right, hex("SHA-1", wrong), right.mistakes()))
        .hasValueSatisfying(
            found -> {
              assertThat(found.mistakes())
                  .extracting(SignatureMistake::name)
                  .containsExactlyInAnyOrder("no-nonce-str", "milliseconds");
              assertThat(found.what())
                  .isEqualTo(
                      "That digest comes out when nonce_str was left out"
                          + " and the timestamp was signed in milliseconds.");
            });
  }

  @Test
  void another_secret_is_named_once_it_is_known() throws Exception {
    String digest = hex("SHA-1", "12314048966881434008071" + A1.cardId() + PAGE_TICKET);
    assertThat(SignatureDiagnosis.of(A1, digest, A1.mistakes())).isEmpty();
    SignatureMistake jsapi =
        SignatureMistake.otherSecret(
            "jsapi-ticket", "the jsapi ticket", "the wx_card ticket", PAGE_TICKET);
    assertThat(SignatureDiagnosis.of(A1, digest, List.of(jsapi)))
        .map(SignatureDiagnosis::what)
        .hasValue("That digest comes out when the jsapi ticket was signed.");
  }

  @Test
  void a_value_that_takes_no_part_is_named_once_it_is_known() throws Exception {
    String digest = hex("SHA-1", "12314048966881434008071" + CARD_TICKET + A1.cardId() + "shelf");
    assertThat(
            SignatureDiagnosis.of(
                A1, digest, List.of(SignatureMistake.alsoSigned("outer_str", "shelf"))))
        .map(SignatureDiagnosis::fix)
        .hasValue("Leave outer_str out of the signature.");
  }

  @Test
  void another_hash_is_named() throws Exception {
    String digest = hex("SHA-256", A1.signature().joined());
    assertThat(SignatureDiagnosis.of(A1, digest, A1.mistakes()))
        .map(SignatureDiagnosis::what)
        .hasValue("That digest comes out when SHA-256 was used.");
  }

  @Test
  void capitals_and_blanks_are_a_matter_of_writing() {
    String right = A1.signature().digest();
    assertThat(SignatureDiagnosis.ofWriting(A1, right.toUpperCase(Locale.ROOT) + " ")).isPresent();
    assertThat(SignatureDiagnosis.ofWriting(A1, right)).isEmpty();
    assertThat(SignatureDiagnosis.ofWriting(A1, "0".repeat(40))).isEmpty();
  }

  @Test
  void a_digest_of_something_else_has_no_diagnosis() {
    assertThat(SignatureDiagnosis.of(A1, "0".repeat(40), A1.mistakes())).isEmpty();
  }

  private static String page(JsSdkSignature right, String nonceName, String url) {
    return "jsapi_ticket="
        + right.ticket()
        + "&"
        + nonceName
        + "="
        + right.nonce()
        + "&timestamp="
        + right.timestamp()
        + "&url="
        + url;
  }

  private static String hex(String hash, String text) throws Exception {
    byte[] digest = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
