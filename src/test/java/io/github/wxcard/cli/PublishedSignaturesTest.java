package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.M2_ENCRYPT;
import static io.github.wxcard.sign.PublishedExamples.M3_ENCRYPT;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every published example comes out of the command line, without an account. */
class PublishedSignaturesTest {
  @TempDir Path home;

  static Stream<Arguments> examples() {
    return Stream.of(
        Arguments.of(
            "A1",
            CARD_TICKET,
            "card " + CARD_ID + " --code 1434008071 --timestamp 1404896688 --nonce 123",
            "f137ab68b7f8112d20ee528ab6074564e2796250"),
        Arguments.of(
            "A2",
            PAGE_TICKET,
            "card random_card_id --timestamp 1414587457 --nonce Wm3WZYTPz0wzccnW",
            "22dce6bad4db532d4a2ef82ca2ca7bbe1e10ef28"),
        Arguments.of(
            "C1",
            CARD_TICKET,
            "choose --app-id wx0123456789abcdef --card-type GROUPON --timestamp 1404896688"
                + " --nonce 123 --card-id "
                + CARD_ID,
            "a0bd02371453ac06068f8a250d1be5027b3dcfef"),
        Arguments.of(
            "J1",
            PAGE_TICKET,
            "page http://mp.weixin.qq.com?params=value --timestamp 1414587457"
                + " --nonce Wm3WZYTPz0wzccnW",
            "0f9de62fce790f9a083d5c99e95740ceb90c27ed"),
        Arguments.of(
            "J2",
            CARD_TICKET,
            "page http://www.hongbeibang.com/123#dd?4 --timestamp zxvc --nonce asdf",
            "323d89ead3fe38064577e4d66865efaf704f5d44"),
        Arguments.of(
            "U1",
            "test",
            "callback --timestamp 1410685589 --nonce test",
            "f21891de399b4e33a1a93c9a7b8a8fffb5a443ff"),
        Arguments.of(
            "U2",
            "weixin",
            "callback --timestamp 1357982061 --nonce 1358161344",
            "335b26997f05c82243aad6b10a2d1853637e71a8"),
        Arguments.of(
            "M2",
            "QDG6eK",
            "callback --timestamp 1409659813 --nonce 1372623149 --encrypt " + M2_ENCRYPT,
            "477715d11cdb4164915debcba66cb864d751f3e6"),
        Arguments.of(
            "M3",
            "token1234567890",
            "callback --timestamp 1458864389 --nonce 2066297436 --encrypt " + M3_ENCRYPT,
            "247dea54e9ca03ab1e75d03430d205a5b967c44d"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("examples")
  void a_published_example_comes_out(String name, String secret, String line, String digest) {
    String from = line.startsWith("callback") ? " --token-stdin" : " --ticket-stdin";
    String words = "sign " + line + from + " --jq .signature//.cardSign";
    assertThat(
            new Wxcard(home).with("CI", "true").typing(secret).run(words.split(" ")).exits(0).out())
        .isEqualTo(digest + "\n");
  }
}
