package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an update changes of member cards and tickets. */
final class ManagingCardsTypesTest {
  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "supply_balance | true                                | true",
        "discount       | 10                                  | true",
        "prerogative    | \"新特权\"                          | false",
        "bonus_rules    | \"新规则\"                          | false",
        "custom_cell1   | {\"name\":\"新\",\"tips\":\"更新\"} | false",
        "custom_cell2   | {\"name\":\"二\"}                   | false",
        "custom_field1  | {\"name\":\"等级\"}                 | false",
        "bonus_rule     | {\"increase_bonus\":2}              | false"
      })
  void of_a_members_card_everything_changes(String name, String json, boolean check) {
    String cardId = member();

    JsonNode answer = update(cardId, "member_card", "\"" + name + "\":" + json);

    assertThat(answer.path("errcode").asInt(-1)).as("%s", answer).isZero();
    assertThat(answer.path("send_check").asBoolean(!check)).isEqualTo(check);
    assertThat(card(cardId).at("/member_card/" + name)).isEqualTo(Definitions.json(json));
    assertThat(card(cardId).at("/member_card/base_info/status").asText())
        .isEqualTo(check ? "CARD_STATUS_NOT_VERIFY" : "CARD_STATUS_VERIFY_OK");
  }

  @Test
  void the_notice_of_a_members_card_needs_no_review_and_its_title_does() {
    String cardId = member();
    assertThat(
            update(cardId, "member_card", "\"base_info\":{\"notice\":\"新\"}")
                .path("send_check")
                .asBoolean(true))
        .isFalse();
    assertThat(
            update(cardId, "member_card", "\"base_info\":{\"title\":\"新\"}")
                .path("send_check")
                .asBoolean(false))
        .isTrue();
  }

  @Test
  void bonus_and_balance_are_not_switched_off_again() {
    String cardId = member();
    assertThat(refusal(cardId, "member_card", "\"supply_bonus\":false")).isEqualTo(40135);
    assertThat(refusal(cardId, "member_card", "\"supply_balance\":false")).isZero();
    assertThat(refusal(cardId, "member_card", "\"supply_balance\":true")).isZero();
    assertThat(refusal(cardId, "member_card", "\"supply_balance\":false")).isEqualTo(40135);
    assertThat(card(cardId).at("/member_card/supply_bonus").asBoolean()).isTrue();
  }

  @Test
  void a_members_card_keeps_the_rules_between_its_fields() {
    String cardId = member();
    assertThat(refusal(cardId, "member_card", "\"activate_url\":\"https://a.example.com\""))
        .isEqualTo(40150);
    assertThat(refusal(cardId, "member_card", "\"custom_field2\":{\"url\":\"a.cn\"}"))
        .isEqualTo(41011);
    assertThat(refusal(cardId, "member_card", "\"custom_field4\":{\"name\":\"四\"}"))
        .isEqualTo(40124);
    assertThat(refusal(cardId, "member_card", "\"bonus_rules\":\"" + "长".repeat(1025) + "\""))
        .isEqualTo(45021);
    assertThat(
            refusal(
                cardId,
                "member_card",
                "\"wx_activate\":false,\"activate_url\":\"https://a.example.com\""))
        .isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "MEETING_TICKET, map_url, meeting_detail",
    "SCENIC_TICKET, guide_url, ticket_class",
    "MOVIE_TICKET, detail, ",
    "BOARDING_PASS, gate, flight",
    "BOARDING_PASS, boarding_time, from",
    "BOARDING_PASS, departure_time, to",
    "BOARDING_PASS, landing_time, air_model"
  })
  void of_a_ticket_its_extras_change_and_strictly_the_rest_does_not(
      String type, String extra, String rest) {
    String key = type.toLowerCase(Locale.ROOT);
    String cardId = ticket(raw, type, key);

    JsonNode answer = update(cardId, key, "\"" + extra + "\":\"a.cn\"");

    assertThat(answer.path("send_check").asBoolean(true)).as("%s", answer).isFalse();
    assertThat(card(cardId).path(key).path(extra).asText()).isEqualTo("a.cn");
    if (rest != null) {
      String change = "\"" + rest + "\":\"y\"";
      assertThat(refusal(cardId, key, change)).isZero();
      try (RawSandbox strict = RawSandbox.inMemory(new AccountPolicy(true, Set.of(), false))) {
        String body = "{\"card_id\":\"%s\",\"%s\":{%s}}";
        String strictly = body.formatted(ticket(strict, type, key), key, change);
        assertThat(strict.errcode("/card/update", strictly)).isEqualTo(47001);
      }
    }
  }

  private static String ticket(RawSandbox raw, String type, String key) {
    ObjectNode card = Json.object();
    card.set("base_info", Samples.read("cash.json").tree().at("/card/cash/base_info"));
    CardSchema.standard().inner(type).orElseThrow().required().stream()
        .filter(name -> !name.equals("base_info"))
        .forEach(name -> card.put(name, "x"));
    ObjectNode body = Json.object();
    body.putObject("card").put("card_type", type).set(key, card);
    return raw.create(Json.write(body));
  }

  private String member() {
    String cardId = raw.create(Json.write(Samples.read("member-card.json").tree()));
    raw.done("/sandbox/approve", "{\"card_id\":\"" + cardId + "\"}");
    return cardId;
  }

  private JsonNode update(String cardId, String key, String change) {
    return raw.call(
        "/card/update", "{\"card_id\":\"%s\",\"%s\":{%s}}".formatted(cardId, key, change));
  }

  private int refusal(String cardId, String key, String change) {
    return update(cardId, key, change).path("errcode").asInt(-1);
  }

  private JsonNode card(String cardId) {
    return raw.done("/card/get", "{\"card_id\":\"" + cardId + "\"}").path("card");
  }
}
