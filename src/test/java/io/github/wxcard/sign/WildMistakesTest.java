package io.github.wxcard.sign;

import static io.github.wxcard.sign.PublishedExamples.A1;
import static io.github.wxcard.sign.PublishedExamples.A2;
import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.J1;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** CommonMistakes met in the wild, each text written out by hand, and how digests are written. */
class WildMistakesTest {
  private static final String JOINED = "12314048966881434008071" + CARD_TICKET + CARD_ID;
  private static final String SHARED = "http://a.cn/%E5%8D%A1?id=1&from=timeline";
  private static final JsSdkSignature PAGE = new JsSdkSignature("T1", "n1", "1414587457", SHARED);
  private static final CallbackSignature CALLBACK =
      new CallbackSignature("weixin", "1357982061", "1358161344", "YW+/j");

  static Stream<Arguments> ofCards() {
    return Stream.of(
        Arguments.of("separator", "123&1404896688&1434008071&" + CARD_TICKET + "&" + CARD_ID),
        Arguments.of("separator", "123,1404896688,1434008071," + CARD_TICKET + "," + CARD_ID),
        Arguments.of("separator", "123\n1404896688\n1434008071\n" + CARD_TICKET + "\n" + CARD_ID),
        Arguments.of(
            "names-signed",
            "api_ticket="
                + CARD_TICKET
                + "&card_id="
                + CARD_ID
                + "&code=1434008071&nonce_str=123&timestamp=1404896688"),
        Arguments.of(
            "names-signed",
            "api_ticket="
                + CARD_TICKET
                + "&card_id="
                + CARD_ID
                + "&code=1434008071&nonce_str=123&openid=&timestamp=1404896688"),
        Arguments.of("reverse-sort", CARD_ID + CARD_TICKET + "14340080711404896688123"),
        Arguments.of("null-text", "12314048966881434008071null" + CARD_TICKET + CARD_ID),
        Arguments.of("null-text", "12314048966881434008071" + CARD_TICKET + CARD_ID + "undefined"),
        Arguments.of("line-break", "12314048966881434008071" + CARD_TICKET + "\r\n" + CARD_ID),
        Arguments.of("blank", "12314048966881434008071" + CARD_TICKET + " " + CARD_ID),
        Arguments.of("decimal-timestamp", "1231404896688.01434008071" + CARD_TICKET + CARD_ID),
        Arguments.of("decimal-timestamp", "1.404896688E91231434008071" + CARD_TICKET + CARD_ID),
        Arguments.of("decimal-timestamp", "1.404896688e+091231434008071" + CARD_TICKET + CARD_ID),
        Arguments.of("other-second", "12314048966891434008071" + CARD_TICKET + CARD_ID),
        Arguments.of("time-zone", "12314049254881434008071" + CARD_TICKET + CARD_ID),
        Arguments.of(
            "letter-case",
            "12314048966881434008071" + (CARD_TICKET + CARD_ID).toLowerCase(Locale.ROOT)),
        Arguments.of(
            "letter-case",
            "12314048966881434008071" + CARD_TICKET + CARD_ID.toLowerCase(Locale.ROOT)));
  }

  @ParameterizedTest(name = "{0} {index}")
  @MethodSource("ofCards")
  void a_slip_with_a_card_is_named(String name, String wrongText) {
    assertThat(names(A1, hex("SHA-1", wrongText))).containsExactly(name);
  }

  @Test
  void the_case_of_letters_in_sorting_is_a_slip_of_its_own() {
    CardExtSignature claim = new CardExtSignature("Zz", "aa", "ka", "", "1404896688", "k-z");
    assertThat(names(claim, hex("SHA-1", "1404896688aak-zkaZz"))).containsExactly("case-sort");
    assertThat(names(claim, hex("SHA-1", "1404896688aakak-zZz"))).containsExactly("locale-sort");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decoded           | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn/卡?id=1&from=timeline
          html-escaped      | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn/%E5%8D%A1?id=1&amp;from=timeline
          parameter-missing | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn/%E5%8D%A1?id=1
          parameter-missing | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn/%E5%8D%A1?from=timeline
          port              | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn:8080/%E5%8D%A1?id=1&from=timeline
          piece             | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=/%E5%8D%A1?id=1&from=timeline
          piece             | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http://a.cn/
          encoded           | jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=http%3a%2f%2fa.cn%2f%25E5%258D%25A1%3fid%3d1%26from%3dtimeline
          named-nonce       | jsapi_ticket=T1&nonce=n1&timestamp=1414587457&url=http://a.cn/%E5%8D%A1?id=1&from=timeline
          named-timeStamp   | jsapi_ticket=T1&noncestr=n1&timeStamp=1414587457&url=http://a.cn/%E5%8D%A1?id=1&from=timeline
          pair-order        | noncestr=n1&jsapi_ticket=T1&timestamp=1414587457&url=http://a.cn/%E5%8D%A1?id=1&from=timeline
          no-ampersand      | jsapi_ticket=T1noncestr=n1timestamp=1414587457url=http://a.cn/%E5%8D%A1?id=1&from=timeline
          values-only       | 1414587457T1http://a.cn/%E5%8D%A1?id=1&from=timelinen1
          other-second      | jsapi_ticket=T1&noncestr=n1&timestamp=1414587455&url=http://a.cn/%E5%8D%A1?id=1&from=timeline
          """)
  void a_slip_with_a_page_is_named(String name, String wrongText) {
    assertThat(names(PAGE, hex("SHA-1", wrongText))).containsExactly(name);
  }

  @Test
  void a_browser_escapes_what_a_server_does_not() {
    JsSdkSignature chinese = new JsSdkSignature("T1", "n1", "1414587457", "http://a.cn/卡 1?a=b");
    String start = "jsapi_ticket=T1&noncestr=n1&timestamp=1414587457&url=";
    assertThat(names(chinese, hex("SHA-1", start + "http://a.cn/%E5%8D%A1%201?a=b")))
        .containsExactly("encoded");
    JsSdkSignature bare = new JsSdkSignature("T1", "", "1414587457", "http://a.cn/");
    assertThat(
            names(
                bare,
                hex("SHA-1", "jsapi_ticket=T1&noncestr=&timestamp=1414587457&url=http://a.cn/")))
        .containsExactly("empty-pairs");
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "blank,13579820611358161344YW+/jweixin ",
        "no-encrypt,13579820611358161344weixin",
        "plus-signs,13579820611358161344YW /jweixin",
        "encrypt-encoded,13579820611358161344YW%2B%2Fjweixin",
        "no-nonce,1357982061YW+/jweixin",
        "no-token,13579820611358161344YW+/j"
      })
  void a_slip_with_a_callback_is_named(String name, String wrongText) {
    assertThat(names(CALLBACK, hex("SHA-1", wrongText))).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"MD5,md5", "SHA-256,sha256", "SHA-512,sha512"})
  void another_hash_is_named(String hash, String name) {
    assertThat(names(A1, hex(hash, JOINED))).containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({"HmacSHA1,hmac-sha1", "HmacSHA256,hmac-sha256", "HmacMD5,hmac-md5"})
  void an_hmac_is_named(String algorithm, String name) throws Exception {
    assertThat(names(A1, hmac(algorithm, CARD_TICKET, JOINED))).containsExactly(name);
    String rest = "12314048966881434008071" + CARD_ID;
    assertThat(names(A1, hmac(algorithm, CARD_TICKET, rest))).containsExactly(name);
  }

  @Test
  void a_digest_of_a_digest_is_named() {
    assertThat(names(A1, hex("SHA-1", hex("SHA-1", JOINED)))).containsExactly("hashed-twice");
  }

  @Test
  void the_writing_of_a_right_digest_is_named() {
    String right = A1.signature().digest();
    byte[] bytes = HexFormat.of().parseHex(right);
    assertThat(writing(right.toUpperCase(Locale.ROOT))).containsExactly("upper-case");
    assertThat(writing(right + "\n")).containsExactly("digest-blanks");
    assertThat(writing(HexFormat.ofDelimiter("-").withUpperCase().formatHex(bytes)))
        .containsExactly("digest-separated", "upper-case");
    assertThat(writing(Base64.getEncoder().encodeToString(bytes))).containsExactly("base64");
  }

  @Test
  void writing_and_making_may_both_be_wrong() {
    String wrong = hex("SHA-1", "1434008071" + CARD_TICKET + CARD_ID).toUpperCase(Locale.ROOT);
    assertThat(names(A1, wrong))
        .containsExactlyInAnyOrder("no-nonce-str", "no-timestamp", "upper-case");
  }

  @Test
  void two_slips_of_different_kinds_are_both_named() {
    assertThat(names(A1, hex("MD5", "14048966881434008071" + CARD_TICKET + CARD_ID)))
        .containsExactlyInAnyOrder("no-nonce-str", "md5");
    String start =
        "jsapi_ticket=" + PAGE_TICKET + "&nonceStr=Wm3WZYTPz0wzccnW&timestamp=1414587457";
    assertThat(names(J1, hex("SHA-1", start + "&url=https://mp.weixin.qq.com?params=value")))
        .containsExactlyInAnyOrder("scheme", "named-nonceStr");
    assertThat(
            names(A2, hex("SHA-1", "1414587457000,Wm3WZYTPz0wzccnW,random_card_id," + PAGE_TICKET)))
        .containsExactlyInAnyOrder("milliseconds", "separator");
  }

  @Test
  void the_length_of_a_digest_that_nothing_explains_is_told() {
    assertThat(SignatureDiagnosis.ofLength("0".repeat(32)))
        .hasValueSatisfying(text -> assertThat(text).contains("32 characters", "MD5"));
    assertThat(SignatureDiagnosis.ofLength("0".repeat(64)))
        .hasValueSatisfying(text -> assertThat(text).contains("SHA-256"));
    assertThat(SignatureDiagnosis.ofLength("abc")).hasValue("It has 3 characters; SHA-1 makes 40.");
    assertThat(SignatureDiagnosis.ofLength("0".repeat(40))).isEmpty();
  }

  @Test
  void no_slip_is_found_in_a_digest_that_is_right() {
    for (Signable right : List.of(A1, A2, J1, PAGE, CALLBACK)) {
      assertThat(SignatureDiagnosis.ofWriting(right, right.signature().digest())).isEmpty();
      assertThat(right.mistakes()).extracting(SignatureMistake::name).doesNotHaveDuplicates();
    }
  }

  private static List<String> names(Signable right, String digest) {
    return SignatureDiagnosis.of(right, digest, right.mistakes()).orElseThrow().mistakes().stream()
        .map(SignatureMistake::name)
        .toList();
  }

  private static List<String> writing(String digest) {
    return SignatureDiagnosis.ofWriting(A1, digest).orElseThrow().mistakes().stream()
        .map(SignatureMistake::name)
        .toList();
  }

  private static String hmac(String algorithm, String key, String text) throws Exception {
    Mac mac = Mac.getInstance(algorithm);
    mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
    return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String hex(String hash, String text) {
    try {
      byte[] digest = MessageDigest.getInstance(hash).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
