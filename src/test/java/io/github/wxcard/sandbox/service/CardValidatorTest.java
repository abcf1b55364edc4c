package io.github.wxcard.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.card.CardValidator;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardValidatorTest {
  private static final Map<String, String> OTHER_TYPES =
      Map.of(
          "SCENIC_TICKET", "\"ticket_class\":\"x\"",
          "MOVIE_TICKET", "\"detail\":\"x\"",
          "BOARDING_PASS",
              "\"from\":\"广州\",\"to\":\"北京\",\"flight\":\"CZ1\",\"air_model\":\"A320\","
                  + "\"departure_time\":\"1900000000\",\"landing_time\":1900009000",
          "GENERAL_CARD",
              "\"sub_card_type\":\"CAMPUS_CARD\",\"supply_bonus\":false,\"anything\":{\"else\":1}");

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvFileSource(
      resources = "refusals.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      numLinesToSkip = 1)
  void a_fault_has_its_code(String sample, String set, int errcode) {
    JsonNode body = Samples.changed(sample + ".json", set.split(" & "));
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> check(body));
    assertThat(refusal).isNotNull();
    assertThat(refusal.errcode()).as(refusal.getMessage()).isEqualTo(errcode);
    assertThat(refusal.getMessage()).isNotBlank();
  }

  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void every_sample_is_accepted_as_it_is(String sample) {
    check(Samples.read(sample).tree());
  }

  @Test
  void the_walkthroughs_own_definition_is_accepted() {
    check(Samples.read("walkthrough/step-3-create.json").tree());
  }

  @Test
  void the_other_card_types_are_accepted_with_their_required_fields() throws Exception {
    JsonNode base = Samples.read("cash.json").tree().at("/card/cash/base_info");
    for (Map.Entry<String, String> type : OTHER_TYPES.entrySet()) {
      String key = type.getKey().toLowerCase(Locale.ROOT);
      check(
          Json.read(
              "{\"card\":{\"card_type\":\"%s\",\"%s\":{\"base_info\":%s,%s}}}"
                  .formatted(type.getKey(), key, Json.write(base), type.getValue())));
    }
  }

  /** What the emulator lets pass because nobody knows that WeChat would not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/base_info/location_id_list=[1,2]",
        "/base_info/location_id_list=[\"1\",\"2\"]",
        "/base_info/location_id_list=[]",
        "/base_info/custom_url=www.qq.com",
        "/base_info/sub_title=null",
        "/base_info/get_limit=null",
        "/base_info/date_info/type=2",
        "/base_info/date_info/type=\"2\"",
        "/base_info/date_info/fixed_begin_term=null",
        "/base_info/logo_url=//mmbiz.qpic.cn/mmbiz/a/0",
        "/base_info/logo_url=http://sandbox.test:9999/mmbiz/own",
        "/base_info/nobody_knows={\"this\":[null]}",
        "/base_info/status=7",
        "/base_info/location_id_list=null",
        "/base_info/sku/quantity=\"5\"",
        "/base_info/sku/quantity=5.0",
        "/base_info/get_limit=0",
        "/base_info/date_info/fixed_term=\"30\"",
        "/base_info/pay_info=null",
        "/base_info/pay_info=[]",
        "/advanced_info=null",
        "/advanced_info=[]",
        "/advanced_info/abstract/abstract=微信餐厅推出多种新季菜品，期待您的光临",
        "/advanced_info/time_limit=[]",
        "/card/groupon/advanced_info/consume_share_card_list=[]",
        "/errcode=0"
      })
  void what_is_not_known_to_be_refused_is_accepted(String set) {
    assertThatCode(() -> check(Samples.changed("groupon.json", set))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/custom_field1/name_type=FIELD_NAME_TYPE_UNKNOW",
        "/background_pic_url=http://sandbox.test:9999/mmbiz/own",
        "/background_pic_url=http://mmbiz.qpic.cn/mmbiz/a/0",
        "/background_pic_url=https://mmbiz.qlogo.cn/mmbiz/",
        "/base_info/is_pay_and_qrcode=true",
        "/base_info/pay_info={\"swipe_card\":{\"is_swipe_card\":true}}",
        "/discount=\"10\"",
        "/custom_field2=[]",
        "/activate_msg_operation=[]",
        "/modify_msg_operation={\"url_cell\":[]}"
      })
  void a_member_card_may_have_it(String set) {
    assertThatCode(() -> check(Samples.changed("member-card.json", set)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'use_custom_code': false, 'sku': {'quantity': 0}    |     0",
        "'use_custom_code': true, 'sku': {'quantity': 0}     | 40150",
        "'use_custom_code': true, 'sku': {'quantity': 1}     |     0",
        "'date_info': {'type': 'DATE_TYPE_PERMANENT'}        |     0",
        "'giftcard_info': {'price': 100}, 'get_limit': 0     |     0",
        "'giftcard_info': {'price': 'dear'}                  | 47001",
        "'max_give_friend_times': 2                          |     0",
      })
  void a_gift_card_has_rules_of_its_own(String base, int errcode) throws Exception {
    ObjectNode body = (ObjectNode) Samples.changed("cash.json");
    ObjectNode card = body.putObject("card").put("card_type", "GENERAL_CARD");
    ObjectNode own = card.putObject("general_card").put("supply_bonus", false);
    own.set("base_info", Samples.read("cash.json").tree().at("/card/cash/base_info"));
    JsonNode more = Json.read(("{" + base + "}").replace('\'', '"'));
    own.withObject("/base_info").setAll((ObjectNode) more);
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> check(body));
    assertThat(refusal == null ? 0 : refusal.errcode()).isEqualTo(errcode);
  }

  @Test
  void numbers_are_kept_as_numbers_and_what_is_absent_is_not_kept() {
    JsonNode body =
        Samples.changed(
            "groupon.json",
            "/base_info/sku/quantity=\"5\"",
            "/base_info/get_limit=3.0",
            "/base_info/sub_title=null",
            "/advanced_info=[]");
    JsonNode read = CardValidator.check(body, Samples.NOW, url -> true, false);

    JsonNode base = read.at("/card/groupon/base_info");
    assertThat(base.at("/sku/quantity")).isEqualTo(IntNode.valueOf(5));
    assertThat(base.path("get_limit")).isEqualTo(IntNode.valueOf(3));
    assertThat(base.has("sub_title")).isFalse();
    assertThat(read.at("/card/groupon").has("advanced_info")).isFalse();
  }

  @Test
  void a_strict_account_knows_every_field() {
    JsonNode body = Samples.changed("groupon.json", "/base_info/sub_titel=x");
    ApiException refusal =
        catchThrowableOfType(
            ApiException.class, () -> CardValidator.check(body, Samples.NOW, url -> true, true));

    assertThat(refusal.errcode()).isEqualTo(47001);
    assertThat(refusal).hasMessageContaining("groupon.base_info.sub_titel", "'sub_title'");
    assertThat(refusal.place()).hasValue("/card/groupon/base_info/sub_titel");
  }

  @ParameterizedTest
  @FieldSource("io.github.wxcard.card.Samples#DEFINITIONS")
  void a_strict_account_takes_every_sample(String sample) {
    CardValidator.check(Samples.read(sample).tree(), Samples.NOW, url -> true, true);
  }

  @Test
  void a_field_at_a_wrong_level_is_told_where_it_belongs() {
    JsonNode body = Samples.changed("member-card.json", "/base_info/supply_bonus=true");
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> check(body));

    assertThat(refusal)
        .hasMessage(
            "member_card.base_info.supply_bonus does not belong there; its place is"
                + " member_card.supply_bonus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"card\""})
  void a_body_that_is_no_object_is_bad_data(String body) {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> check(Json.read(body)));
    assertThat(refusal.errcode()).isEqualTo(47001);
  }

  @Test
  void a_body_without_a_card_misses_a_field() {
    ApiException refusal = catchThrowableOfType(ApiException.class, () -> check(Json.object()));
    assertThat(refusal.errcode()).isEqualTo(41011);
  }

  private static void check(JsonNode body) {
    CardValidator.check(body, Samples.NOW, url -> url.endsWith("/mmbiz/own"), false);
  }
}
