package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer says of the place in a body where the fault is. */
final class ErrorLocationTest {
  private static final Pattern QUOTING =
      Pattern.compile(
          "(?s)data format error hint: \\[[A-Za-z0-9._!]{10,14}\\] Error before (.*?)(\\.\\.\\.)?");

  @Injected private RawSandbox raw;

  @Test
  void the_place_is_quoted_from_the_end_of_the_key_that_may_not_stand_there() {
    String cardId = raw.create(Definitions.groupon());
    String body =
        "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{\"title\":\"新\",\"brand_name\":\"%s\"}}}"
            .formatted(cardId, "a".repeat(200));

    String quoted = quoted("/card/update", body);

    assertThat(quoted).isEqualTo("\":\"" + "a".repeat(112));
    assertThat(raw.call("/card/update", body).path("errmsg").asText()).endsWith("aaa...");
  }

  @Test
  void a_character_that_the_end_would_split_is_left_out() {
    String cardId = raw.create(Definitions.groupon());
    String body =
        "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{\"brand_name\":\"a%s\"}}}"
            .formatted(cardId, "店".repeat(60));

    String quoted = quoted("/card/update", body);

    assertThat(quoted).isEqualTo("\":\"a" + "店".repeat(37));
    assertThat(quoted.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(115);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'advanced_info':{'text_image_list':{'text':'x'}}         | ':'x'}}",
        "'advanced_info':{'text_image_list':['x']}                | ':['x']}",
        "'advanced_info':{'time_limit':{}}                        | ':{}}",
        "'advanced_info':{'time_limit':[{'type':['MONDAY']}]}     | ':['MONDAY']}]}",
        "'advanced_info':{'time_limit':[{'type':'MONDAY'},7]}     | ':[{'type':'MONDAY'},7]}",
        "'supply_bonus' : true                                    | ' : true",
        "'card_type':'GROUPON'                                    | ':'GROUPON'",
        "'deal_detail':{'gift':{'a':1}}                           | ':{'a':1}}",
      })
  void of_an_object_where_none_belongs_the_first_key_is_the_place(String member, String rest) {
    String card = Definitions.groupon();
    String body = card.substring(0, card.length() - 3) + "," + member.replace('\'', '"') + "}}}";

    assertThat(quoted("/card/create", body)).isEqualTo(rest.replace('\'', '"') + "}}}");
  }

  @Test
  void a_key_is_found_by_its_path_and_not_by_its_name() {
    ObjectNode card = (ObjectNode) Definitions.json(Definitions.groupon());
    ((ObjectNode) card.at("/card/groupon/base_info/sku")).put("title", "sku");

    assertThat(quoted("/card/create", Json.write(card))).startsWith("\":\"sku\"},");
  }

  @Test
  void a_key_inside_of_others_is_found_too() {
    String card = "{\"card_id\":\"p1\",\"code\":7}}}";
    String body = "{\"action_name\":\"QR_CARD\",\"action_info\":{\"card\":" + card;
    assertThat(quoted("/card/qrcode/create", body)).isEqualTo("\":7}}}");

    body = "{\"info\":{\"brand_name\":\"a\",\"logo_url\":[],\"protocol\":\"x\"}}";
    assertThat(quoted("/card/submerchant/submit", body)).isEqualTo("\":[],\"protocol\":\"x\"}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"card=%7B%7D&x=1", "{\"card\":", "[]", "\"card\"", "<xml/>"})
  void a_body_that_is_no_json_is_quoted_from_its_beginning(String body) {
    for (String path : new String[] {"/card/create", "/card/update", "/card/code/get"}) {
      assertThat(quoted(path, body)).isEqualTo(body);
    }
  }

  @Test
  void a_long_body_that_is_no_json_is_cut() {
    JsonNode answer = raw.call("/card/create", "card=" + "x".repeat(500));
    assertThat(answer.path("errmsg").asText())
        .endsWith(" Error before card=" + "x".repeat(110) + "...");
  }

  @Test
  void calls_beside_the_card_api_quote_nothing() {
    JsonNode answer = raw.call("/cgi-bin/message/custom/send", "touser=a");
    assertThat(answer.path("errcode").asInt()).isEqualTo(47001);
    assertThat(answer.path("errmsg").asText()).matches("data format error rid: [0-9a-f-]{26}");
  }

  @ParameterizedTest
  @CsvSource({
    "/supply_bonus, supply_bonus",
    "/prerogative, prerogative",
    "/base_info/title, title",
    "/base_info/sku/quantity, quantity",
    "/base_info/sku, sku",
    "/base_info/date_info/type, type"
  })
  void what_is_missing_is_named(String pointer, String key) {
    String body = Json.write(Samples.changed("member-card.json", pointer + "=null"));
    JsonNode answer = raw.call("/card/create", body);

    assertThat(answer.path("errcode").asInt()).isEqualTo(41011);
    assertThat(answer.path("errmsg").asText())
        .matches(
            "missing required fields! please check document and request json!"
                + " hint: \\[[A-Za-z0-9._!]{10,14}\\] m_data\\.has_"
                + key);
  }

  @Test
  void what_a_period_lacks_is_named_too() {
    String body =
        Json.write(
            Samples.changed("cash.json", "/base_info/date_info={\"type\":\"DATE_TYPE_FIX_TERM\"}"));
    assertThat(raw.call("/card/create", body).path("errmsg").asText())
        .endsWith("] m_data.has_fixed_term");
    assertThat(raw.call("/card/create", "{\"card\":{}}").path("errmsg").asText())
        .endsWith("] m_data.has_card_type");
  }

  @Test
  void the_reason_says_what_the_answer_does_not() {
    String body =
        Json.write(Samples.changed("member-card.json", "/base_info/supply_balance=false"));
    raw.call("/card/create", body);
    assertThat(raw.get("/sandbox/journal").path("entries").toString())
        .contains("member_card.base_info.supply_balance does not belong there")
        .contains("its place is member_card.supply_balance");
  }

  /** The quoted part of a body. */
  private String quoted(String path, String body) {
    JsonNode answer = raw.call(path, body);
    assertThat(answer.path("errcode").asInt()).as("%s", answer).isEqualTo(47001);
    Matcher matcher = QUOTING.matcher(answer.path("errmsg").asText());
    assertThat(matcher.matches()).as("%s", answer).isTrue();
    return matcher.group(1);
  }
}
