package io.github.wxcard.cli;

import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page passes to {@code wx.addCard}. */
class SignCardParametersTest extends SignParametersFixture {
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
}
