package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import org.junit.jupiter.api.Test;

/** What stays with a member card, and goes with it, once somebody has it. */
final class HeldMemberCardsTest {
  private static final long NOW = 1_790_827_200;

  @Injected private RawSandbox raw;
  @Injected private Members members;
  @Injected private Phone phone;

  @Test
  void the_cards_own_fields_are_shown_with_their_values() {
    JsonNode claim = members.withBonus(5, "/custom_field2={\"name\":\"口味\"}");
    ObjectNode values = Members.named(claim).put("custom_field_value1", "白金");
    values.put("custom_field_value2", "辣").put("custom_field_value3", "无");
    raw.done("/card/membercard/updateuser", Json.write(values));

    assertThat(members.info(claim).at("/user_info/custom_field_list"))
        .isEqualTo(
            Definitions.json(
                """
                [{"name": "FIELD_NAME_TYPE_LEVEL", "value": "白金", "value_list": []},
                 {"name": "口味", "value": "辣", "value_list": []}]
                """));
  }

  @Test
  void they_stand_behind_what_the_holder_wrote_into_the_form() {
    JsonNode claim = members.withForm("'required_form': {'custom_field_list': ['口味']}");
    members.activate(claim, "a", "'口味': '辣'");
    raw.done(
        "/card/membercard/updateuser",
        Json.write(Members.named(claim).put("custom_field_value1", "白金")));

    assertThat(members.info(claim).at("/user_info/custom_field_list").findValuesAsText("value"))
        .containsExactly("辣", "白金");
    assertThat(members.info(claim).at("/user_info/custom_field_list")).hasSize(2);
  }

  @Test
  void a_membership_goes_with_a_card_that_is_given_away() {
    JsonNode claim = members.withBonus(5, "/base_info/can_give_friend=true");

    JsonNode accepted = phone.done("gift", claim.path("code").asText(), "from", "a", "to", "b");

    JsonNode info = members.info(accepted);
    assertThat(info.path("nickname").asText()).isEqualTo("b");
    assertThat(info.path("bonus").asLong()).isEqualTo(5);
    assertThat(info.path("membership_number").asText()).isEqualTo("NO-1");
    assertThat(members.info(claim).path("has_active").asBoolean()).isFalse();
  }

  @Test
  void a_card_that_came_back_has_the_scene_of_the_last_scan() {
    String cardId = raw.create(Members.card("/base_info/custom_url=http://www.qq.com"));
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    String code = raw.scan(ticket(cardId, "first"), "a").path("code").asText();
    phone.done("remove", code, "user", "a");

    raw.scan(ticket(cardId, "last"), "a");

    assertThat(phone.done("open", code, "user", "a").path("url").asText())
        .endsWith("&outer_str=last");
  }

  @Test
  void a_member_keeps_a_period_of_its_own_when_the_cards_grows() {
    JsonNode claim = raw.claimed(Members.card("/base_info/date_info=" + range(NOW + 1000)), "a");
    ObjectNode own = Members.named(claim).put("membership_number", "NO-1");
    own.put("activate_end_time", NOW + 500);
    raw.done("/card/membercard/activate", Json.write(own));
    String wider = "{\"card_id\": %s, \"member_card\": {\"base_info\": {\"date_info\": %s}}}";

    raw.done("/card/update", wider.formatted(claim.path("card_id"), range(NOW + 2000)));

    JsonNode shown = raw.done("/card/code/get", Members.code(claim)).path("card");
    assertThat(shown.path("end_time").asLong()).isEqualTo(NOW + 500);
    assertThat(shown.path("begin_time").asLong()).isEqualTo(NOW - 10);
  }

  private static String range(long end) {
    return "{\"type\": \"DATE_TYPE_FIX_TIME_RANGE\", \"begin_timestamp\": %d, \"end_timestamp\": %d}"
        .formatted(NOW - 10, end);
  }

  private String ticket(String cardId, String scene) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "outer_str": "%s"}}}
        """;
    return raw.done("/card/qrcode/create", body.formatted(cardId, scene)).path("ticket").asText();
  }
}
