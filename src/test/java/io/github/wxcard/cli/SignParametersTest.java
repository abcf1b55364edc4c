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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void names_that_wechat_does_not_read_make_a_page_fail() throws IOException {
    String json =
        "{\"appid\":\"wx1\",\"timeStamp\":\"1414587457\",\"noncestr\":\"Wm3WZYTPz0wzccnW\",\"url\":\""
            + PAGE_URL
            + "\",\"signature\":\""
            + J1
            + "\",\"jsapilist\":[]}";
    assertThat(check(PAGE_TICKET, json, "sign", "page").exits(5).err())
        .contains(
            "wx.config knows no noncestr; the name is nonceStr",
            "wx.config knows no timeStamp; the name is timestamp",
            "timestamp is passed on as timeStamp, which WeChat does not read in wx.config",
            "nonceStr is passed on as noncestr",
            "appId is passed on as appid",
            "jsApiList is passed on as jsapilist");
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
  }

  private static final String EXT =
      "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonce_str\":\"123\",\"signature\":\""
          + A1
          + "\"}";
  private static final String CARD = "{cardId:'" + CARD_ID + "',cardExt:'" + EXT + "'}";

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "wx.addCard({cardList:[%s,%s]});",
        "[%s,%s]",
        "%s,\n%s",
        "%s\n%s",
        "wx.addCard({cardList:[%s]}); wx.addCard({cardList:[%s]});",
        "// two\nvar a = %s;\nvar b = %s;"
      })
  void every_card_of_a_list_is_checked(String form) throws IOException {
    Run good = check(CARD_TICKET, form.formatted(CARD, CARD), "sign", "card").exits(0);
    assertThat(good.out()).hasLineCount(2);
    assertThat(good.err()).contains("The digests of all cards fit.");
    String wrong = CARD.replace("\"123\"", "\"124\"");
    Run bad = check(CARD_TICKET, form.formatted(CARD, wrong), "sign", "card").exits(5);
    assertThat(bad.out()).isEmpty();
    assertThat(bad.err())
        .contains("1 of 2 cards would fail", "card 2 (" + CARD_ID + "): the digest does not fit")
        .doesNotContain("card 1 (");
    Run both = check(CARD_TICKET, form.formatted(wrong, wrong), "sign", "card", "--json").exits(5);
    assertThat(both.error().path("errmsg").asText()).startsWith("2 of 2 cards");
  }

  @Test
  void of_a_pages_calls_the_one_is_checked_that_is_signed_so() throws Exception {
    String config =
        "wx.config({appId:'wx1',timestamp:1414587457,nonceStr:'Wm3WZYTPz0wzccnW',signature:'"
            + J1
            + "'});";
    String joined = "1231404896688" + CARD_TICKET + "wx0123456789abcdef";
    String choose =
        "wx.chooseCard({timestamp:'1404896688',nonceStr:'123',cardSign:'" + sha1(joined) + "'});";
    String add = "wx.addCard({cardList:[" + CARD + "]});";
    String page = config + "\n" + choose + "\n" + add;
    check(PAGE_TICKET, page, "sign", "page", PAGE_URL).exits(0);
    choose(page).exits(0);
    check(CARD_TICKET, page, "sign", "card").exits(0);
    String ready = config + "\nwx.ready(function () { wx.addCard({}); });";
    check(PAGE_TICKET, ready, "sign", "page", PAGE_URL).exits(0);
  }

  @Test
  void text_behind_the_first_call_is_not_passed_over() throws IOException {
    String script = CARD + "; wx.ready(function () { other({a: 1}); });";
    assertThat(check(CARD_TICKET, script, "sign", "card").exits(3).err())
        .contains("what follows the first call");
    assertThat(check(CARD_TICKET, "{cardList:[]}", "sign", "card").exits(3).err())
        .contains("the list of cards is empty");
    String two = "{timestamp:1,cardSign:'x'},{timestamp:2,cardSign:'y'}";
    assertThat(check("t", two, "sign", "choose", "--app-id", "wx0123456789abcdef").exits(3).err())
        .contains("there are 2 objects");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          cardExt:{EXT}                         | 5 | cardExt is an object where WeChat wants a JSON text
          cardExt:{timestamp:1404896688,nonce_str:'123',code:'1434008071',signature:'A1'} | 5 | cardExt is an object
          cardExt:JSON.stringify({EXT})         | 0 | The digest fits.
          cardExt:JSON.stringify({timestamp:1404896688,nonce_str:'123',code:'1434008071',signature:'A1'}) | 0 | The digest fits.
          cardExt:'{EXT} '                      | 0 | The digest fits.
          cardExt:'{EXT};'                      | 5 | cardExt is no JSON text of one object
          cardExt:'{EXT}{EXT}'                  | 5 | cardExt is no JSON text of one object
          cardExt:"{'timestamp':'1404896688','nonce_str':'123','code':'1434008071','signature':'A1'}" | 5 | cardExt is no JSON text
          card_ext:'{EXT}'                      | 5 | cardExt is passed on as card_ext
          CardExt:'{EXT}'                       | 5 | cardExt is passed on as CardExt
          """)
  void card_ext_must_be_a_json_text(String ext, int exit, String told) throws IOException {
    String call =
        "wx.addCard({cardList:[{cardId:'"
            + CARD_ID
            + "',"
            + ext.replace("{EXT}", EXT).replace("A1'", A1 + "'")
            + "}]})";
    assertThat(check(CARD_TICKET, call, "sign", "card").exits(exit).err()).contains(told);
  }

  @Test
  void the_cards_id_is_read_under_one_name_beside_its_text() throws IOException {
    String call = CARD.replace("cardId", "card_id");
    assertThat(check(CARD_TICKET, call, "sign", "card").exits(5).err())
        .contains("cardId is passed on as card_id");
    assertThat(check(CARD_TICKET, CARD, "sign", "card", "pOther").exits(0).err())
        .contains("the parameters are for card " + CARD_ID);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "nonceStr, nonce_str",
    "noncestr, nonce_str",
    "timeStamp, timestamp",
    "sign, signature",
    "cardSign, signature",
    "Signature, signature",
    "singature, signature",
    "Timestamp, timestamp",
    "nonce-str, nonce_str",
    "Code, code"
  })
  void what_was_signed_and_is_passed_on_under_another_name_fails(String wrong, String right)
      throws IOException {
    String ext = EXT.replace('"' + right + '"', '"' + wrong + '"');
    Run run = check(CARD_TICKET, ext, "sign", "card", CARD_ID).exits(5);
    assertThat(run.err())
        .contains(
            right + " is passed on as " + wrong + ", which WeChat does not read in cardExt",
            "Pass it on as " + right);
  }

  @Test
  void a_cards_id_inside_its_text_is_none_for_the_call() throws IOException {
    String inside = EXT.replace("{", "{\"card_id\":\"" + CARD_ID + "\",");
    String call = "wx.addCard({cardList:[{cardExt:'" + inside + "'}]})";
    assertThat(check(CARD_TICKET, call, "sign", "card").exits(5).err())
        .contains("cardId is passed on as card_id inside cardExt", "Pass it on as cardId");
    check(
            CARD_TICKET,
            call.replace("{cardExt", "{cardId:'" + CARD_ID + "',cardExt"),
            "sign",
            "card")
        .exits(0);
    check(CARD_TICKET, inside, "sign", "card").exits(0);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {card_list:[%s]} | cardList is passed on as card_list, which WeChat does not read in wx.addCard
          {cardlist:[%s]}  | cardList is passed on as cardlist
          {cardList:%s}    | cardList is an object where WeChat wants a list
          """)
  void a_list_that_the_call_does_not_read_fails(String form, String told) throws IOException {
    assertThat(check(CARD_TICKET, form.formatted(CARD), "sign", "card").exits(5).err())
        .contains(told);
  }

  @Test
  void a_choice_under_wrong_names_fails_as_well() throws Exception {
    String joined = "1231404896688GROUPON" + CARD_TICKET + CARD_ID + "wx0123456789abcdef";
    String call =
        "wx.chooseCard({cardType:'GROUPON',cardId:'"
            + CARD_ID
            + "',timestamp:'1404896688',nonceStr:'123',signType:'SHA1',cardSign:'"
            + sha1(joined)
            + "'})";
    for (String[] names :
        new String[][] {
          {"nonceStr", "nonce_str"},
          {"cardType", "card_type"},
          {"timestamp", "timeStamp"},
          {"cardSign", "signature"}
        }) {
      String wrong = call.replace(names[0] + ":", names[1] + ":");
      assertThat(choose(wrong).exits(5).err()).contains(names[0] + " is passed on as " + names[1]);
    }
    assertThat(choose(call.replace("'SHA1'", "'MD5'")).exits(5).err()).contains("signType is MD5");
    choose(call).exits(0);
  }

  private Run choose(String call) throws IOException {
    return check(CARD_TICKET, call, "sign", "choose", "--app-id", "wx0123456789abcdef");
  }

  @Test
  void what_was_not_signed_and_is_not_read_is_a_warning() throws Exception {
    String ext = EXT.replace("{", "{\"outerStr\":\"shelf\",");
    assertThat(check(CARD_TICKET, ext, "sign", "card", CARD_ID).exits(0).err())
        .contains("cardExt knows no outerStr; the name is outer_str");
    String none = EXT.replace("\"code\":\"1434008071\"", "\"code\":\"\",\"openid\":null");
    String digest = sha1("1231404896688" + CARD_TICKET + CARD_ID);
    check(CARD_TICKET, none.replace(A1, digest), "sign", "card", CARD_ID).exits(0);
  }

  @Test
  void values_signed_or_passed_on_alone_are_named() throws Exception {
    String outer = EXT.replace("{", "{\"outer_str\":\"shelf\",");
    String withOuter = sha1("12314048966881434008071" + CARD_TICKET + CARD_ID + "shelf");
    assertThat(
            check(CARD_TICKET, outer.replace(A1, withOuter), "sign", "card", CARD_ID)
                .exits(5)
                .err())
        .contains("outer_str was signed too");
    String bare = sha1("1231404896688" + CARD_TICKET + CARD_ID);
    assertThat(check(CARD_TICKET, EXT.replace(A1, bare), "sign", "card", CARD_ID).exits(5).err())
        .contains("code was left out");
    String late = EXT.replace("\"timestamp\":\"1404896688\",", "");
    String untimed = sha1("1231434008071" + CARD_TICKET + CARD_ID);
    assertThat(
            check(CARD_TICKET, late.replace(A1, untimed), "sign", "card", CARD_ID).exits(5).err())
        .contains("cardExt holds no timestamp, which WeChat wants");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api_ticket", "ticket", "jsapi_ticket", "appSecret", "access_token", "x"})
  void a_secret_in_a_page_is_told_loudly_and_not_shown(String name) throws IOException {
    String secret = "{\"" + name + "\":\"" + CARD_TICKET + "\",";
    String call = CARD.replace("cardExt:'{", "cardExt:'" + secret);
    Run run = check(CARD_TICKET, call, "sign", "card").exits(0);
    assertThat(run.err()).contains("warning: SECRET IN THE PAGE: cardExt hands " + name);
    assertThat(run.err() + run.out()).doesNotContain(CARD_TICKET);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "wx.addCard({cardList:[%s],data:'TICKET'});",
        "// made with TICKET\nwx.addCard({cardList:[%s]});",
        "wx.addCard({cardList:[%s]}); // TICKET"
      })
  void a_secret_beside_what_is_read_is_told_as_well(String form) throws IOException {
    String call = form.formatted(CARD);
    Run run = check(CARD_TICKET, call.replace("TICKET", CARD_TICKET), "sign", "card").exits(0);
    assertThat(run.err()).containsOnlyOnce("SECRET IN THE PAGE: the page hands the ticket");
    String inside = CARD.replace("cardExt:'{", "cardExt:'{\"data\":{\"t\":\"TICKET\"},");
    Run nested = check(CARD_TICKET, inside.replace("TICKET", CARD_TICKET), "sign", "card").exits(0);
    assertThat(nested.err()).containsOnlyOnce("SECRET IN THE PAGE");
    assertThat(nested.err() + run.err()).doesNotContain(CARD_TICKET);
  }

  @Test
  void the_app_id_of_a_page_must_be_the_tickets() throws IOException {
    Wxcard sandbox = new Wxcard(home);
    String url = "https://a.cn/";
    JsonNode own = sandbox.run("sign", "page", url, "--sandbox", "--json").exits(0).json();
    Path file = Files.writeString(home.resolve("own.json"), own.toString());
    sandbox.run("sign", "page", url, "--sandbox", "--params", file.toString()).exits(0);
    Files.writeString(file, own.toString().replace("wx5a4db0c0000c0de1", "wx0123456789abcdef"));
    assertThat(
            sandbox
                .run("sign", "page", url, "--sandbox", "--params", file.toString())
                .exits(5)
                .err())
        .contains("appId is wx0123456789abcdef, and the ticket is the one of wx5a4db0c0000c0de1");
  }

  @Test
  void an_address_copied_out_of_html_is_named() throws Exception {
    String url = "https://a.cn/?a=1&b=2";
    String digest =
        sha1("jsapi_ticket=" + PAGE_TICKET + "&noncestr=n1&timestamp=1414587457&url=" + url);
    String params = "{timestamp:1414587457,nonceStr:'n1',signature:'" + digest + "'}";
    check(PAGE_TICKET, params, "sign", "page", url).exits(0);
    for (String pasted :
        new String[] {
          url.replace("&", "&amp;"),
          url.replace("&", "&#38;"),
          "https%3A%2F%2Fa.cn%2F%3Fa%3D1%26b%3D2"
        }) {
      Run run = check(PAGE_TICKET, params, "sign", "page", pasted).exits(5);
      assertThat(run.err())
          .contains("warning: the page's address is ", "the browser shows " + url)
          .contains("as the browser shows it");
      Run verify =
          wx.typing(PAGE_TICKET)
              .run(
                  "sign",
                  "page",
                  pasted,
                  "--ticket-stdin",
                  "--json",
                  "--timestamp",
                  "1414587457",
                  "--nonce",
                  "n1",
                  "--verify",
                  digest)
              .exits(5);
      assertThat(verify.error().at("/mistakes/0").asText()).isIn("copied-escapes", "decoded");
    }
  }

  @Test
  void a_nonce_that_is_neither_signed_nor_read_is_a_warning() throws Exception {
    String digest = sha1("14048966881434008071" + CARD_TICKET + CARD_ID);
    String ext =
        "{\"code\":\"1434008071\",\"timestamp\":\"1404896688\",\"nonceStr\":\"123\",\"signature\":\""
            + digest
            + "\"}";
    assertThat(check(CARD_TICKET, ext, "sign", "card", CARD_ID).exits(0).err())
        .contains("cardExt knows no nonceStr; the name is nonce_str", "can be replayed");
    String read = ext.replace("nonceStr", "nonce_str");
    assertThat(check(CARD_TICKET, read, "sign", "card", CARD_ID).exits(5).err())
        .contains("nonce_str was left out");
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
