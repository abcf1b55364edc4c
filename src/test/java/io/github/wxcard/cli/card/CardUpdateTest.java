package io.github.wxcard.cli.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Changing a card's definition. */
final class CardUpdateTest {
  @TempDir Path home;
  private Shop shop;
  private String id;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    id = shop.card();
    shop.run("sandbox approve " + id).exits(0);
  }

  private Run update(String document, String... more) {
    shop.wx().typing(document.replace("$ID", id));
    return shop.run(("card update " + id + " - " + String.join(" ", more)).strip());
  }

  @Test
  void a_misspelt_field_is_sent_with_a_warning_that_names_the_right_one() {
    Run run = shop.run("card update " + id + " --set /base_info/titel=x").exits(0);
    assertThat(run.err())
        .contains("warning: /groupon/base_info/titel: an unknown field")
        .contains("Did you mean title?");
    Run good = shop.run("card update " + id + " --set /base_info/color=Color020").exits(0);
    assertThat(good.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'card_id':'$ID','groupon':{'base_info':{'color':'Color020'}}}",
        "{'groupon':{'base_info':{'color':'Color020'}}}",
        "{'card':{'card_type':'GROUPON','groupon':{'base_info':{'color':'Color020'}}}}",
        "{'errcode':0,'card':{'card_type':'GROUPON','groupon':{'base_info':{'color':'Color020'}}}}",
        "{'card_type':'GROUPON','base_info':{'color':'Color020'}}",
        "{'base_info':{'color':'Color020'}}",
      })
  void a_document_may_have_any_of_its_forms(String document) {
    Run run = update(document.replace('\'', '"')).exits(0);
    assertThat(run.out()).isEqualTo(id + " no-review\n");
    assertThat(run.err()).isEmpty();
    assertThat(shop.base(id).path("color").asText()).isEqualTo("#2c9f67");
    assertThat(shop.base(id).path("status").asText()).isEqualTo("CARD_STATUS_VERIFY_OK");
  }

  @Test
  void a_card_that_goes_back_to_review_says_so() {
    Run run = shop.run("card update --json --set /base_info/title=午餐 " + id).exits(0);
    assertThat(run.json().path("send_check").asBoolean()).isTrue();
    assertThat(run.err()).contains("back to review");
    assertThat(shop.base(id).path("title").asText()).isEqualTo("午餐");
    assertThat(shop.base(id).path("status").asText()).isEqualTo("CARD_STATUS_NOT_VERIFY");
  }

  @Test
  void what_get_shows_can_be_sent_back() {
    String shown = shop.run("card get --json " + id).exits(0).out();
    Run run = update(shown, "--set", "/base_info/get_limit=7").exits(0);
    assertThat(run.out()).isEqualTo(id + " no-review\n");
    assertThat(run.err())
        .contains("does not change brand_name, sku", "sent without it", "wxcard card stock");
    assertThat(shop.base(id).path("get_limit").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({
    "/base_info/color=Color030, true",
    "/groupon/base_info/color=Color030, false",
    "/card/groupon/base_info/color=Color030, false"
  })
  void a_pointer_begins_where_people_begin(String set, boolean asksForTheType) {
    Run run = shop.run("card update --dry-run --json --set " + set + " " + id).exits(0);
    JsonNode requests = run.json().path("requests");
    assertThat(requests).hasSize(asksForTheType ? 2 : 1);
    shop.run("card update --set " + set + " " + id).exits(0);
    assertThat(shop.base(id).path("color").asText()).isEqualTo("#509fc9");
  }

  @Test
  void slips_are_told_with_their_place_and_chinese_is_sent_as_it_is() {
    Run run = update("{\"groupon\":{\"base_info\":{\"sub_title\":\"x\",\n}}}", "--dry-run");
    assertThat(run.exits(0).err()).contains("standard input:1:", "comma");
    assertThat(update("{\"groupon\":{\"base_info\":{\"title\":\"午餐\"}}}", "--dry-run").out())
        .contains("\"title\": \"午餐\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"card_id":"pOther","groupon":{"base_info":{}}} | for card pOther
          []                                              | not a JSON object
          {}                                              | nothing to change
          {"groupon":{},"cash":{}}                        | not groupon and cash
          {"groupon":                                     | standard input
          """)
  void what_is_no_change_is_refused_before_the_call(String document, String said) {
    assertThat(update(document).exits(3).err()).contains(said);
    assertThat(shop.calls("/card/update")).isZero();
  }

  @Test
  void text_in_another_encoding_is_refused_before_the_call() {
    shop.wx().typing("{\"groupon\":{\"a\":\"\u00e9\"}}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(shop.run("card update " + id + " -").exits(3).err()).contains("UTF-8");
  }

  @Test
  void a_line_that_changes_nothing_is_a_matter_of_usage() {
    assertThat(shop.run("card update " + id).exits(2).err()).contains("--set");
    shop.run("card update " + id + " --set title=x").exits(2);
  }

  @Test
  void wechat_refuses_what_cannot_change() {
    Run run = shop.run("card update --json --set /base_info/brand_name=x " + id).exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(47001);
    assertThat(run.err()).contains("does not change /groupon/base_info/brand_name: leave it out");
    assertThat(shop.base(id).path("brand_name").asText()).isEqualTo("山海小馆");
  }

  @Test
  void a_lost_answer_is_not_asked_for_twice() {
    shop.run("sandbox fault add --path /card/update --drop --times 1").exits(0);
    Run run = shop.run("card update --set /base_info/title=x " + id).exits(6);
    assertThat(run.err()).contains("`wxcard card get " + id + "`");
    assertThat(shop.calls("/card/update")).isEqualTo(1);
  }

  @Test
  void the_examples_of_the_help_work() {
    HelpExamples.run(shop.wx(), "card update", Map.of(HelpExamples.CARD_ID, id))
        .forEach(run -> run.exits(0));
  }
}
