package io.github.wxcard.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.CardRules;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardRulesTest {
  private static final Map<String, String> OTHER_TYPES =
      Map.of(
          "SCENIC_TICKET", "\"ticket_class\":\"x\"",
          "MOVIE_TICKET", "\"detail\":\"x\"",
          "BOARDING_PASS",
              "\"from\":\"广州\",\"to\":\"北京\",\"flight\":\"CZ1\",\"air_model\":\"A320\","
                  + "\"departure_time\":\"1900000000\",\"landing_time\":1900009000",
          "GENERAL_CARD", "\"sub_card_type\":\"GIFT_CARD\",\"anything\":{\"else\":1}");

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvFileSource(
      resources = "refusals.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      numLinesToSkip = 1)
  void a_fault_has_its_code(String sample, String set, int errcode) {
    JsonNode body = Samples.changed(sample + ".json", set.split(" & "));
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(body));
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
        "/advanced_info/business_service=BIZ_SERVICE_DELIVER,BIZ_SERVICE_FREE_WIFI",
        "/advanced_info/time_limit=[]",
        "/card/groupon/advanced_info/consume_share_card_list=[]",
        "/errcode=0"
      })
  void what_is_not_known_to_be_refused_is_accepted(String set) {
    assertThatCode(() -> check(Samples.changed("groupon.json", set))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "1", "null", "\"card\""})
  void a_body_that_is_no_object_is_bad_data(String body) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(Json.read(body)));
    assertThat(refusal.errcode()).isEqualTo(47001);
  }

  @Test
  void a_body_without_a_card_misses_a_field() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> check(Json.object()));
    assertThat(refusal.errcode()).isEqualTo(41011);
  }

  private static void check(JsonNode body) {
    CardRules.check(body, Samples.NOW, url -> url.endsWith("/mmbiz/own"));
  }
}
