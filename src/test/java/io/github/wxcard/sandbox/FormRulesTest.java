package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an activation form may ask, and the link to it. */
final class FormRulesTest {
  private static final String SET = "/card/membercard/activateuserform/set";
  private static final String URL = "/card/membercard/activate/geturl";

  @Injected private RawSandbox raw;
  @Injected private Members members;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MOBILE",
        "NAME",
        "SEX",
        "BIRTHDAY",
        "IDCARD",
        "EMAIL",
        "LOCATION",
        "DETAIL_LOCATION",
        "EDUCATION_BACKGROUND",
        "CAREER",
        "INDUSTRY",
        "INCOME",
        "HABIT"
      })
  void a_form_asks_for_every_common_field(String field) {
    JsonNode claim =
        members.withForm(
            "'required_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_" + field + "']}");

    assertThat(members.activate(claim, "a").path("errcode").asInt()).isEqualTo(41011);
    assertThat(members.activate(claim, "a", "'" + field + "': 'x'").path("errcode").asInt())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'required_form': []                                                        | 47001",
        "'required_form': {'can_modify': 'no'}                                      | 47001",
        "'required_form': {'common_field_id_list': 'USER_FORM_INFO_FLAG_NAME'}      | 47001",
        "'optional_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_AGE']}     | 40097",
        "'optional_form': {'common_field_id_list': ['MOBILE']}                      | 40097",
        "'optional_form': {'common_field_id_list': [1]}                             | 40097",
        "'optional_form': {'custom_field_list': ['']}                               | 40097",
        "'optional_form': {'rich_field_list': [{'type': 'RADIO', 'name': 'x', 'values': ['y']}]} | 40097",
        "'optional_form': {'rich_field_list': [{'type': 'FORM_FIELD_RADIO', 'values': ['y']}]}   | 40097",
        "'optional_form': {'rich_field_list': [{'type': 'FORM_FIELD_SELECT', 'name': 'x'}]}      | 40097",
        "'service_statement': 'https://example.com'                                 | 47001",
        "'bind_old_card': {'name': 1}                                               | 47001",
        "'service_statement': {'name': '守则', 'url': 'https://example.com'}         | 0",
        "'optional_form': {'rich_field_list': [{'type': 'FORM_FIELD_SELECT', 'name': 'x', 'values': ['y']}]} | 0"
      })
  void a_form_holds_what_can_be_asked(String form, int errcode) {
    JsonNode claim = raw.claimed(Members.card(), "a");

    JsonNode answer = raw.call(SET, Members.form(claim, form));

    assertThat(answer.path("errcode").asInt()).as("%s", answer).isEqualTo(errcode);
    // Without a form nobody could activate; with this one nothing is required.
    assertThat(members.activate(claim, "a").path("errcode").asInt())
        .isEqualTo(errcode == 0 ? 0 : 40097);
  }

  @Test
  void each_half_has_five_custom_fields_at_most() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    String rich = "{'type': 'FORM_FIELD_RADIO', 'name': 'r', 'values': ['y']}";
    String half = "'%s_form': {'custom_field_list': [%s], 'rich_field_list': [%s]}";

    String tooMany = half.formatted("optional", custom(5), rich);
    String both =
        half.formatted("optional", custom(4), rich)
            + ","
            + half.formatted("required", custom(5), "");

    assertThat(raw.errcode(SET, Members.form(claim, tooMany))).isEqualTo(40124);
    raw.done(SET, Members.form(claim, both));
  }

  @ParameterizedTest
  @ValueSource(strings = {SET, URL})
  void forms_are_for_member_cards_with_one_tap_activation(String path) {
    String cardId = raw.create(Members.card("/wx_activate=false"));
    String coupon = raw.create(Definitions.groupon());

    assertThat(raw.errcode(path, RawSandbox.body("card_id", cardId))).isEqualTo(72026);
    assertThat(raw.errcode(path, RawSandbox.body("card_id", coupon))).isEqualTo(45030);
    assertThat(raw.errcode(path, "{\"card_id\": \"p\"}")).isEqualTo(40073);
    assertThat(raw.errcode(path, "{}")).isEqualTo(41012);
  }

  @Test
  void the_link_to_a_form_leads_to_this_sandbox() {
    String cardId = raw.create(Members.card());

    JsonNode answer = raw.done(URL, RawSandbox.body("card_id", cardId, "outer_str", "门店1"));

    URI url = URI.create(answer.path("url").asText());
    assertThat(url.getRawQuery())
        .contains("encrypt_card_id=", "outer_str=" + RawSandbox.encode("门店1"), "biz=")
        .doesNotContain(cardId);
    String page = url.toString().substring(0, url.toString().indexOf('#'));
    assertThat(raw.send(page, builder -> builder.GET()).statusCode()).isEqualTo(200);
  }

  private static String custom(int count) {
    return IntStream.range(0, count).mapToObj(i -> "'f" + i + "'").collect(Collectors.joining(","));
  }
}
