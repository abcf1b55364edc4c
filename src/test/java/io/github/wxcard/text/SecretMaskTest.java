package io.github.wxcard.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTest {
  private static final String SECRET = "feedfacec0ffee00deadbeef5ec7e700";
  private static final int LARGE = 16 << 20;

  private final SecretMask mask = new SecretMask(List.of(SECRET));

  @ParameterizedTest
  @EnumSource(Escapes.class)
  void a_known_value_is_hidden_however_it_was_escaped(Escapes way) {
    assertThat(mask.text("before " + way.apply(SECRET) + " after"))
        .matches("(?s)before \\*{3}\\S{0,12}\\s+after");
    assertThat(mask.text("x" + way.half(SECRET))).startsWith("x***").hasSizeLessThan(25);
    assertThat(mask.finds("before " + way.apply(SECRET))).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Escapes.class)
  void any_value_is_hidden_in_any_text(Escapes way) {
    Random random = new Random(14);
    for (int i = 0; i < 500; i++) {
      String value = text(random, 8 + random.nextInt(40));
      String before = text(random, random.nextInt(30)) + "|";
      String after = "|" + text(random, random.nextInt(30));
      String shown = new SecretMask(List.of(value)).text(before + way.apply(value) + after);
      assertThat(shown).as("%s of %s", way, value).contains("***").doesNotContain(value);
      assertThat(shown.length())
          .as(way + " of " + value + ": " + shown)
          .isLessThan(before.length() + after.length() + 30);
    }
  }

  /** Printable ASCII with its blanks, quotes and signs, and now and then a Chinese character. */
  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(random.nextInt(12) == 0 ? '券' : '!' + random.nextInt(94));
    }
    return text.toString();
  }

  @Test
  void what_stands_around_a_value_stays() {
    assertThat(mask.text("{\"a\":\"" + SECRET + "\",\"b\":\"券\\u5e97\"}"))
        .isEqualTo("{\"a\":\"***\",\"b\":\"券\\u5e97\"}");
    assertThat(mask.text("<a><![CDATA[" + SECRET + "]]></a>")).isEqualTo("<a><![CDATA[***]]></a>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100% of 20 & more; \\ and \\q, 3 < 4 &c; &#; &#x; &#xZZ; %zz % ]]> <![CDATA[",
        "{\"errcode\":0,\"card_id\":\"po_2DjgJ2zrboM6SzK3qNuje5iWQ\",\"ticket\":\"gQH98DwAAA\"}",
        "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=gQH98DwAAAA%3D%3D",
        "the secret of this profile, and its token",
        "{\"secret\":null,\"has_token\":false,\"token\":{\"kind\":\"stable\"}}",
        "secret:\nname: shop",
        "feedfacec0ffee00deadbeef5ec7e70"
      })
  void what_is_no_secret_stays(String text) {
    assertThat(mask.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{\"access_token\":\"abc\"} ~ {\"access_token\":\"***\"}",
        "{\"acc\\u0065ss_token\" : \"abc\"} ~ {\"acc\\u0065ss_token\" : \"***\"}",
        "{\"secret\":\"a\\\"b\\\\\",\"x\":\"y\"} ~ {\"secret\":\"***\"x\":\"y\"}",
        "{\"secret\":\"a\\\"b\",\"x\":\"y\"} ~ {\"secret\":\"***\",\"x\":\"y\"}",
        "{\"body\":\"{\\\"secret\\\":\\\"abc\\\",\\\"x\\\":1}\"} ~"
            + " {\"body\":\"{\\\"secret\\\":\\\"***\\\",\\\"x\\\":1}\"}",
        "{'appsecret':['abc']} ~ {'appsecret':['***']}",
        "{\"token\":12345} ~ {\"token\":***}",
        "{secret: abc, x: 1} ~ {secret: ***, x: 1}",
        "/a?access_token=abc%20d&x=1 ~ /a?access_token=***&x=1",
        "/a?x=1&amp;access%5Ftoken=abc&amp;y=2 ~ /a?x=1&amp;access%5Ftoken=***&amp;y=2",
        "next=%2Fa%3Fsecret%3Dabc%26x%3D1&y=2 ~ next=%2Fa%3Fsecret%3D***%26x%3D1&y=2",
        "<xml><EncodingAESKey>abc</EncodingAESKey></xml> ~"
            + " <xml><EncodingAESKey>***</EncodingAESKey></xml>",
        "<Token><![CDATA[abc]]></Token> ~ <Token><![CDATA[***]]></Token>",
        "&lt;secret&gt;abc&lt;/secret&gt; ~ &lt;secret&gt;***&lt;/secret&gt;",
        "X-Wxcard-Token: abc ~ X-Wxcard-Token: ***",
        "{\"api_ticket\":\"abc\",\"ticket\":\"public\"} ~"
            + " {\"api_ticket\":\"***\",\"ticket\":\"public\"}",
        "{\"secret\":\"cut off her ~ {\"secret\":\"***",
      })
  void what_stands_behind_a_secret_s_name_is_hidden(String text, String shown) {
    assertThat(new SecretMask().text(text)).isEqualTo(shown);
  }

  @Test
  void a_ticket_to_sign_with_is_hidden_where_it_is_one() {
    String answer = "{\"errcode\":0,\"t\\u0069cket\":\"abc\",\"show_qrticket\":\"d\"}";
    assertThat(mask.text(answer)).isEqualTo(answer);
    assertThat(mask.textWithTickets(answer)).contains("\"***\"", "\"d\"").doesNotContain("abc");
  }

  @Test
  void an_access_token_is_known_by_its_look() {
    String token = "88_" + "Ab0-_".repeat(12);
    assertThat(mask.text("got " + token + ".")).isEqualTo("got ***.");
    assertThat(mask.text("got " + token.replace("_", "%5F") + ".")).isEqualTo("got ***.");
  }

  @Test
  void a_value_whose_beginning_looks_like_an_escape_is_hidden() {
    for (String value : List.of("nothing-at-all", "25abcdef", "u0065abc", "a%41bc&amp;d\\/e")) {
      SecretMask known = new SecretMask(List.of(value));
      for (String before : List.of("", "\\", "%", "\\\\", "&")) {
        assertThat(known.text(before + value)).as(before + value).isEqualTo(before + "***");
      }
    }
  }

  @Test
  void one_secret_may_be_the_beginning_of_another() {
    SecretMask known = new SecretMask(List.of("abcdef", "abcdefghij", "efghijkl"));
    assertThat(known.text("abcdefghij abcdef xefghijkl abcdefghijkl"))
        .isEqualTo("*** *** x*** ***");
  }

  @Test
  void a_value_that_was_cut_off_is_hidden_when_it_is_long() {
    String token = "t".repeat(30) + SECRET.repeat(4);
    assertThat(new SecretMask(List.of(token)).text("got " + token.substring(0, 100)))
        .isEqualTo("got ***");
  }

  @Test
  void a_value_is_hidden_in_a_base64_login() {
    for (String user : List.of("u", "us", "use")) {
      String login = user + ":" + SECRET;
      String header = Base64.getEncoder().encodeToString(login.getBytes(UTF_8));
      assertThat(mask.text("Basic " + header)).contains("***").hasSizeLessThan(22);
    }
  }

  @Test
  void a_short_word_is_no_secret() {
    assertThat(new SecretMask(List.of("", "a", "the")).text("the cat")).isEqualTo("the cat");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain text ",
        "\\u0065",
        "%25",
        "&amp;",
        "&#x65;",
        "token=a&",
        "token= ",
        "secret:\"",
        "::",
        "\\",
        "\n ",
        "<![CDATA[",
        "]]>",
        "a",
        "& ",
        "88_aaaa",
        "\"secret\" "
      })
  void the_time_grows_as_the_text_does(String piece) {
    SecretMask hidden = new SecretMask(List.of(SECRET, "a".repeat(511) + "b", "aaab", "&&&&&b"));
    String text = piece.repeat((1 << 20) / piece.length());
    assertTimeoutPreemptively(Duration.ofSeconds(10), () -> hidden.text(text));
  }

  @Test
  void the_largest_answer_is_no_matter_of_minutes() {
    String page = "{\"title\":\"\\u5238 100%25 &amp; 券\",\"token\":\"x\"}\n" + "a".repeat(900);
    String text = page.repeat(LARGE / page.length());
    String shown =
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> mask.text(text + SECRET));
    assertThat(shown).endsWith("aaa***").contains("\"token\":\"***\"");
  }
}
