package io.github.wxcard.sign;

import static io.github.wxcard.sign.PublishedExamples.A1;
import static io.github.wxcard.sign.PublishedExamples.A2;
import static io.github.wxcard.sign.PublishedExamples.C1;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.J1;
import static io.github.wxcard.sign.PublishedExamples.J2;
import static io.github.wxcard.sign.PublishedExamples.M2_ENCRYPT;
import static io.github.wxcard.sign.PublishedExamples.M3_ENCRYPT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.json.Json;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SignatureTest {
  static Stream<Arguments> published() {
    return Stream.of(
        Arguments.of("A1", A1, "f137ab68b7f8112d20ee528ab6074564e2796250"),
        Arguments.of("A2", A2, "22dce6bad4db532d4a2ef82ca2ca7bbe1e10ef28"),
        Arguments.of(
            "A3",
            new CardExtSignature("789", "456", "123", "", "", ""),
            "f7c3bc1d808e04732adf679965ccc34ca7ae3441"),
        Arguments.of("C1", C1, "a0bd02371453ac06068f8a250d1be5027b3dcfef"),
        Arguments.of("J1", J1, "0f9de62fce790f9a083d5c99e95740ceb90c27ed"),
        Arguments.of("J2", J2, "323d89ead3fe38064577e4d66865efaf704f5d44"),
        Arguments.of(
            "U1",
            new CallbackSignature("test", "1410685589", "test", ""),
            "f21891de399b4e33a1a93c9a7b8a8fffb5a443ff"),
        Arguments.of(
            "U2",
            new CallbackSignature("weixin", "1357982061", "1358161344", ""),
            "335b26997f05c82243aad6b10a2d1853637e71a8"),
        Arguments.of(
            "U3",
            new CallbackSignature("123", "345", "", ""),
            "9f537aeb751ec72605f57f94a2f6dc3e3958e1dd"),
        Arguments.of(
            "M2",
            new CallbackSignature("QDG6eK", "1409659813", "1372623149", M2_ENCRYPT),
            "477715d11cdb4164915debcba66cb864d751f3e6"),
        Arguments.of(
            "M3",
            new CallbackSignature("token1234567890", "1458864389", "2066297436", M3_ENCRYPT),
            "247dea54e9ca03ab1e75d03430d205a5b967c44d"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("published")
  void a_published_example_comes_out(String name, Signable signable, String digest) {
    assertThat(signable.signature().digest()).isEqualTo(digest);
  }

  @Test
  void the_joined_text_is_the_sorted_values_with_nothing_between() {
    assertThat(A1.signature().joined())
        .isEqualTo(
            "12314048966881434008071ojZ8YtyVyr30HheH3CM73y7h4jJEpjZ8Yt1XGILfi-FUsewpnnolGgZk");
    assertThat(A1.signature().signed())
        .containsExactly("123", "1404896688", "1434008071", CARD_TICKET, A1.cardId());
  }

  @Test
  void equal_values_stay_as_often_as_they_occur() {
    assertThat(new CallbackSignature("test", "1410685589", "test", "").signature().joined())
        .isEqualTo("1410685589testtest");
  }

  @Test
  void text_is_sorted_by_its_utf8_bytes() {
    Signature signature = new CallbackSignature("\uFF21", "\uD83C\uDFAB", "_-aZ9", "").signature();
    assertThat(signature.signed()).containsExactly("_-aZ9", "\uFF21", "\uD83C\uDFAB");
  }

  @Test
  void blanks_are_signed_as_given() {
    assertThat(new CallbackSignature(" t ", "1", "n\n", "").signature().joined())
        .isEqualTo(" t 1n\n");
  }

  @Test
  void the_card_ext_holds_what_the_page_must_pass_on() {
    assertThat(Json.write(A1.cardExt("1404896000", "shelf 3")))
        .isEqualTo(
            "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonce_str\":\"123\","
                + "\"fixed_begintimestamp\":\"1404896000\",\"outer_str\":\"shelf 3\","
                + "\"signature\":\"f137ab68b7f8112d20ee528ab6074564e2796250\"}");
  }
}
