package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.M3_ENCRYPT;
import static io.github.wxcard.sign.PublishedExamples.PAGE_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters are copied out of a page and checked as they are. */
class SignParametersTest {
  private static final String A1 = "f137ab68b7f8112d20ee528ab6074564e2796250";
  private static final String J1 = "0f9de62fce790f9a083d5c99e95740ceb90c27ed";
  private static final String PAGE_URL = "http://mp.weixin.qq.com?params=value";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).with("CI", "true");
  }

  private Run check(String secret, String pasted, String... words) throws IOException {
    Path file = Files.writeString(home.resolve("pasted.js"), pasted);
    String[] line = Arrays.copyOf(words, words.length + 3);
    line[words.length] = "--params";
    line[words.length + 1] = file.toString();
    line[words.length + 2] = words[1].equals("callback") ? "--token-stdin" : "--ticket-stdin";
    return wx.typing(secret).run(line);
  }

  @Test
  void a_pages_config_is_taken_as_it_stands_in_the_script() throws IOException {
    String script =
        """
        // from the page
        wx.config({
          debug: true,
          appId: 'wx0123456789abcdef',
          timestamp: 1414587457,
          nonceStr: "Wm3WZYTPz0wzccnW",
          signature: '%s',
          jsApiList: ['addCard', 'chooseCard',],
        });
        """;
    Run run = check(PAGE_TICKET, script.formatted(J1), "sign", "page", PAGE_URL).exits(0);
    assertThat(run.err()).contains("The digest fits.").doesNotContain("warning");
    Run wrong = check(PAGE_TICKET, script.formatted(J1), "sign", "page", PAGE_URL + "/x").exits(5);
    assertThat(wrong.err()).contains("right: ", "given: " + J1);
  }

  @Test
  void wrong_names_are_warned_about() throws IOException {
    String json =
        "{\"appid\":\"wx1\",\"timeStamp\":\"1414587457\",\"noncestr\":\"Wm3WZYTPz0wzccnW\",\"url\":\""
            + PAGE_URL
            + "\",\"signature\":\""
            + J1
            + "\"}";
    assertThat(check(PAGE_TICKET, json, "sign", "page").exits(0).err())
        .contains(
            "wx.config knows no noncestr; the name is nonceStr",
            "wx.config knows no timeStamp; the name is timestamp",
            "wx.config knows no appid; the name is appId");
  }

  @Test
  void what_add_card_takes_is_taken_with_its_text_inside() throws IOException {
    String ext =
        "{\\\"code\\\":\\\"1434008071\\\",\\\"timestamp\\\":\\\"1404896688\\\",\\\"nonce_str\\\":\\\"123\\\",\\\"signature\\\":\\\""
            + A1
            + "\\\"}";
    String call = "wx.addCard({cardList:[{cardId:'" + CARD_ID + "',cardExt:\"" + ext + "\"}]});";
    check(CARD_TICKET, call, "sign", "card").exits(0);
    JsonNode error =
        check(
                CARD_TICKET,
                call.replace("\\\"nonce_str\\\"", "\\\"other\\\""),
                "sign",
                "card",
                "--json")
            .exits(5)
            .error();
    assertThat(error.path("digest").asText()).hasSize(40).isNotEqualTo(A1);
    String two = "{cardList:[{cardId:'a'},{cardId:'b'}]}";
    assertThat(check(CARD_TICKET, two, "sign", "card").exits(3).err()).contains("2 cards");
  }

  @Test
  void a_slip_in_pasted_parameters_is_named() throws Exception {
    String digest = sha1("14048966881434008071" + CARD_TICKET + CARD_ID);
    String ext =
        "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonceStr\":\"123\",\"signature\":\""
            + digest
            + "\"}";
    Run run = check(CARD_TICKET, ext, "sign", "card", CARD_ID).exits(5);
    assertThat(run.err())
        .contains("cardExt knows no nonceStr; the name is nonce_str", "nonce_str was left out");
  }

  @Test
  void a_choice_is_checked_with_its_filters() throws Exception {
    String joined = "1231404896688GROUPON" + CARD_TICKET + CARD_ID + "wx0123456789abcdef";
    String call =
        "wx.chooseCard({shopId:'',cardType:'GROUPON',cardId:'"
            + CARD_ID
            + "',timestamp:1404896688,nonceStr:'123',signType:'SHA1',cardSign:'"
            + sha1(joined)
            + "'})";
    check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdef").exits(0);
    assertThat(
            check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdee")
                .exits(5)
                .err())
        .contains("None of the usual slips");
    assertThat(check(CARD_TICKET, call, "sign", "choose").exits(2).err()).contains("--app-id");
  }

  @Test
  void both_signatures_of_an_encrypted_request_are_checked() throws Exception {
    String token = "token1234567890";
    String plain = sha1("14588643892066297436" + token);
    String encrypted = "247dea54e9ca03ab1e75d03430d205a5b967c44d";
    String request =
        "{\"timestamp\":\"1458864389\",\"nonce\":\"2066297436\",\"signature\":\"%s\",\"msg_signature\":"
            + "\"%s\",\"Encrypt\":\""
            + M3_ENCRYPT
            + "\"}";
    check(token, request.formatted(plain, encrypted), "sign", "callback").exits(0);
    JsonNode swapped =
        check(token, request.formatted(encrypted, plain), "sign", "callback", "--json")
            .exits(5)
            .error();
    assertThat(swapped.at("/mistakes/0").asText()).isEqualTo("no-encrypt");
    JsonNode twice =
        check(token, request.formatted(encrypted, encrypted), "sign", "callback", "--json")
            .exits(5)
            .error();
    assertThat(twice.at("/mistakes/0").asText()).isEqualTo("with-encrypt");
    JsonNode padded =
        check(
                token,
                request.formatted(plain, joinedWith(token + " ")),
                "sign",
                "callback",
                "--json")
            .exits(5)
            .error();
    assertThat(padded.at("/mistakes/0").asText()).isEqualTo("blank");
  }

  private static String joinedWith(String token) throws Exception {
    String[] values = {token, "1458864389", "2066297436", M3_ENCRYPT};
    Arrays.sort(values);
    return sha1(String.join("", values));
  }

  @Test
  void a_plain_request_is_checked_without_its_encrypted_text() throws Exception {
    String request = "{timestamp:'1357982061',nonce:'1358161344',echostr:'e1',signature:'%s'}";
    String right = "335b26997f05c82243aad6b10a2d1853637e71a8";
    check("weixin", request.formatted(right), "sign", "callback").exits(0);
    String wrong = sha1("13579820611358161344e1weixin");
    assertThat(check("weixin", request.formatted(wrong), "sign", "callback").exits(5).err())
        .contains("echostr was signed too");
  }

  @Test
  void the_accounts_access_token_is_recognised_in_a_signature() throws Exception {
    Wxcard sandbox = new Wxcard(home);
    String token = sandbox.run("token", "--sandbox").exits(0).out().strip();
    String[] values = {token, "1404896688", CARD_ID, "123"};
    Arrays.sort(values);
    String digest = sha1(String.join("", values));
    Path file =
        Files.writeString(
            home.resolve("ext.json"),
            "{\"timestamp\":\"1404896688\",\"nonce_str\":\"123\",\"signature\":\""
                + digest
                + "\"}");
    Run run =
        sandbox.run("sign", "card", CARD_ID, "--sandbox", "--params", file.toString()).exits(5);
    assertThat(run.err()).contains("the access_token was signed", "Sign with the wx_card ticket.");
    assertThat(run.err()).doesNotContain(token);
  }

  @Test
  void what_cannot_be_read_is_refused() throws IOException {
    assertThat(check("t", "no object", "sign", "card").exits(3).err()).contains("no object in it");
    assertThat(check("t", "{a:}", "sign", "card").exits(3).err()).contains("cannot be read");
    assertThat(check("t", "{timestamp:1}", "sign", "card", CARD_ID).exits(3).err())
        .contains("no digest among the parameters of cardExt");
    assertThat(check("t", "{signature:'x'}", "sign", "card").exits(2).err())
        .contains("CARD_ID is missing");
    assertThat(check("t", "{signature:'x'}", "sign", "page").exits(2).err())
        .contains("URL is missing", "wxcard sign page --help");
    assertThat(wx.run("sign", "card", "--params", "none.json", "--ticket-stdin").exits(3).err())
        .contains("none.json does not exist");
    assertThat(wx.run("sign", "card", "--params", "-", "--ticket-stdin").exits(2).err())
        .contains("standard input");
  }

  private static String sha1(String text) throws Exception {
    byte[] digest =
        MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest);
  }
}
