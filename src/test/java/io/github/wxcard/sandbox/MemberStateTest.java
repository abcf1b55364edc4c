package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import org.junit.jupiter.api.Test;

/** What a member looks like before, after and without an activation. */
final class MemberStateTest {
  private static final String DEACTIVATE = "/card/membercard/unactivate";
  private static final String URL = "/card/membercard/activate/geturl";

  @Injected private RawSandbox raw;
  @Injected private Members members;

  @Test
  void before_the_activation_there_are_neither_answers_nor_money() {
    JsonNode claim = raw.claimed(Members.card(), "a");

    JsonNode info = members.info(claim);

    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly(
            "errcode",
            "errmsg",
            "openid",
            "nickname",
            "membership_number",
            "bonus",
            "sex",
            "user_card_status",
            "has_active");
    assertThat(info.path("membership_number").asText("none")).isEmpty();
    assertThat(info.path("bonus").asInt(-1)).isZero();
  }

  @Test
  void a_form_that_the_merchant_has_yet_to_confirm_is_not_shown() {
    JsonNode claim =
        members.withForm(
            "'required_form': {'common_field_id_list': ['USER_FORM_INFO_FLAG_MOBILE']}",
            "/wx_activate_after_submit=true",
            "/wx_activate_after_submit_url=https://example.com/");
    JsonNode submitted = members.activate(claim, "a", "'MOBILE': '13800000000'");
    assertThat(submitted.path("errcode").asInt(-1)).as("%s", submitted).isZero();

    assertThat(members.info(claim).has("user_info")).isFalse();

    activate(claim);
    assertThat(members.info(claim).at("/user_info/common_field_list/0/value").asText())
        .isEqualTo("13800000000");
  }

  @Test
  void a_card_that_activates_itself_asks_nothing() {
    JsonNode claim = raw.claimed(Members.card("/auto_activate=true", "/wx_activate=false"), "a");

    JsonNode info = members.info(claim);

    assertThat(info.path("has_active").asBoolean()).isTrue();
    assertThat(info.has("user_info")).isFalse();
    assertThat(info.path("balance").asInt(-1)).isZero();
  }

  @Test
  void an_activation_can_be_taken_back_and_all_else_stays() {
    JsonNode claim = members.withBonus(100);

    JsonNode answer = raw.done(DEACTIVATE, Json.write(Members.named(claim)));

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    JsonNode info = members.info(claim);
    assertThat(info.path("has_active").asBoolean(true)).isFalse();
    assertThat(info.path("bonus").asInt()).isEqualTo(100);
    assertThat(info.path("membership_number").asText()).isEqualTo("NO-1");
    assertThat(info.has("user_info")).isTrue();
    assertThat(
            raw.errcode(
                "/card/membercard/updateuser", Json.write(Members.named(claim).put("bonus", 1))))
        .isEqualTo(40174);
    activate(claim);
    assertThat(members.info(claim).path("has_active").asBoolean()).isTrue();
  }

  @Test
  void only_codes_of_member_cards_are_deactivated() {
    JsonNode coupon = raw.claimed(Definitions.groupon(), "a");

    assertThat(raw.errcode(DEACTIVATE, Json.write(Members.named(coupon)))).isEqualTo(45030);
    assertThat(raw.errcode(DEACTIVATE, "{\"code\": \"123456789012\"}")).isEqualTo(40056);
    assertThat(raw.errcode(DEACTIVATE, "{}")).isEqualTo(41013);
  }

  @Test
  void the_link_to_a_form_has_wechats_shape() {
    String cardId = raw.create(Members.card());

    String url =
        raw.done(URL, RawSandbox.body("card_id", cardId, "outer_str", "shop1"))
            .path("url")
            .asText();

    assertThat(url)
        .startsWith(raw.sandbox.base() + "/bizmall/activatemembercard?action=preshow&")
        .matches(
            ".*\\?action=preshow&encrypt_card_id=[^&]+&outer_str=shop1&biz=[^&]+#wechat_redirect");
  }

  @Test
  void cards_with_the_merchants_own_codes_have_no_such_link() {
    String cardId = raw.create(Members.card("/base_info/use_custom_code=true"));

    assertThat(raw.errcode(URL, RawSandbox.body("card_id", cardId))).isEqualTo(40158);
  }

  private void activate(JsonNode claim) {
    raw.done(
        "/card/membercard/activate",
        Json.write(Members.named(claim).put("membership_number", "NO-2")));
  }
}
