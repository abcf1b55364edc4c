package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import org.junit.jupiter.api.Test;

/** Cards looked at, reviewed and deleted. */
final class ManagingCardsTest {
  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void a_members_card_comes_back_with_its_cells_and_fields() {
    JsonNode sent = Samples.read("member-card.json").tree();
    JsonNode card = get(raw.create(Json.write(sent)));

    assertThat(card.path("card_type").asText()).isEqualTo("MEMBER_CARD");
    ObjectNode inner = (ObjectNode) card.path("member_card");
    assertThat(inner.fieldNames().next()).isEqualTo("base_info");
    ((ObjectNode) sent.at("/card/member_card")).set("base_info", inner.path("base_info"));
    assertThat(inner).isEqualTo(sent.at("/card/member_card"));
    assertThat(inner.path("custom_cell1").path("name").asText()).isEqualTo("我的订单");
  }

  @Test
  void the_details_of_a_coupon_follow_its_own_fields() {
    String cardId = raw.create(Json.write(Samples.read("discount.json").tree()));
    assertThat(get(cardId).path("discount").fieldNames())
        .toIterable()
        .containsExactly("base_info", "discount", "advanced_info");
  }

  @Test
  void a_card_that_is_not_there_is_not_shown() {
    assertThat(raw.errcode("/card/get", "{}")).isEqualTo(41012);
    assertThat(raw.errcode("/card/get", named("pNothing"))).isEqualTo(40073);
    assertThat(raw.errcode("/card/delete", "{}")).isEqualTo(41012);
    assertThat(raw.errcode("/card/delete", named("pNothing"))).isEqualTo(40073);
  }

  @Test
  void a_deleted_card_is_claimed_by_nobody_and_what_is_held_stays_good() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "usr1");
    String cardId = claim.path("card_id").asText();
    String ticket = raw.ticket(cardId);

    JsonNode answer = raw.done("/card/delete", named(cardId));

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    assertThat(status(cardId)).isEqualTo("CARD_STATUS_DELETE");
    assertThat(raw.scan(ticket, "usr2").path("errcode").asInt()).isEqualTo(40073);
    raw.done("/card/code/consume", RawSandbox.body("code", claim.path("code").asText()));
  }

  @Test
  void the_total_is_the_accounts_whatever_is_asked_for() {
    String first = raw.create(Definitions.groupon());
    raw.create(Definitions.groupon());
    String third = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", named(first));
    raw.done("/card/delete", named(third));

    JsonNode page =
        raw.done("/card/batchget", "{\"status_list\":[\"CARD_STATUS_VERIFY_OK\"],\"count\":50}");

    assertThat(page.path("card_id_list")).isEqualTo(Definitions.json("[\"" + first + "\"]"));
    assertThat(page.path("total_num").asInt()).isEqualTo(2);
    assertThat(raw.done("/card/batchget", "{\"offset\":0,\"count\":10}").path("total_num").asInt())
        .isEqualTo(2);
  }

  @Test
  void a_persons_cards_are_listed_but_for_redeemed_ones() {
    JsonNode first = raw.claimed(Definitions.groupon(), "usr1");
    JsonNode second = raw.claimed(Definitions.groupon(), "usr1");
    raw.done("/card/code/consume", RawSandbox.body("code", first.path("code").asText()));
    String openid = first.path("openid").asText();

    JsonNode all = raw.done("/card/user/getcardlist", RawSandbox.body("openid", openid));
    String one =
        "{\"openid\":\"%s\",\"card_id\":\"%s\"}".formatted(openid, second.path("card_id").asText());

    assertThat(all.path("has_share_card").isBoolean()).isTrue();
    assertThat(all.path("card_list").findValuesAsText("code"))
        .containsExactly(second.path("code").asText());
    JsonNode listed = raw.done("/card/user/getcardlist", one).path("card_list");
    assertThat(listed).hasSize(1);
    assertThat(listed.path(0).fieldNames()).toIterable().containsExactly("code", "card_id");
    assertThat(listed.path(0).path("code")).isEqualTo(second.path("code"));
    assertThat(raw.errcode("/card/user/getcardlist", "{}")).isEqualTo(41009);
    assertThat(raw.errcode("/card/user/getcardlist", "{\"openid\":\"oNo\"}")).isEqualTo(40003);
    assertThat(
            raw.errcode(
                "/card/user/getcardlist", RawSandbox.body("openid", openid, "card_id", "pNo")))
        .isEqualTo(40073);
  }

  @Test
  void an_approval_is_told_once() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", named(cardId));
    raw.done("/sandbox/approve", named(cardId));

    assertThat(rows.events("card_pass_check"))
        .singleElement()
        .satisfies(event -> assertThat(event.sender()).startsWith("o").hasSize(28))
        .satisfies(event -> assertThat(event.field("CardId")).isEqualTo(cardId))
        .satisfies(event -> assertThat(event.field("RefuseReason")).isEmpty());
  }

  @Test
  void a_rejection_is_told_once_with_its_reason_and_nobody_claims_then() {
    String cardId = raw.create(Definitions.groupon());
    String ticket = raw.ticket(cardId);
    raw.done("/card/testwhitelist/set", "{\"username\":[\"usr1\"]}");
    String body = RawSandbox.body("card_id", cardId, "reason", "图片模糊");

    assertThat(raw.done("/sandbox/reject", body).path("card_id").asText()).isEqualTo(cardId);
    raw.done("/sandbox/reject", body);

    assertThat(status(cardId)).isEqualTo("CARD_STATUS_VERIFY_FAIL");
    assertThat(raw.scan(ticket, "usr1").path("errcode").asInt()).isEqualTo(40078);
    assertThat(rows.events("card_not_pass_check"))
        .singleElement()
        .satisfies(event -> assertThat(event.field("CardId")).isEqualTo(cardId))
        .satisfies(event -> assertThat(event.field("RefuseReason")).isEqualTo("图片模糊"));
    raw.done("/sandbox/approve", named(cardId));
    assertThat(status(cardId)).isEqualTo("CARD_STATUS_VERIFY_OK");
  }

  @Test
  void only_a_card_that_is_there_is_reviewed() {
    String cardId = raw.create(Definitions.groupon());
    assertThat(raw.errcode("/sandbox/reject", named(cardId))).isEqualTo(41011);
    assertThat(raw.errcode("/sandbox/reject", "{\"reason\":\"no\"}")).isEqualTo(41012);
    assertThat(raw.errcode("/sandbox/approve", named("pNothing"))).isEqualTo(40073);
    raw.done("/card/delete", named(cardId));
    assertThat(raw.errcode("/sandbox/approve", named(cardId))).isEqualTo(40078);
    String reject = RawSandbox.body("card_id", cardId, "reason", "no");
    assertThat(raw.errcode("/sandbox/reject", reject)).isEqualTo(40078);
    assertThat(rows.events("card_not_pass_check")).isEmpty();
  }

  private JsonNode get(String cardId) {
    return raw.done("/card/get", named(cardId)).path("card");
  }

  private String status(String cardId) {
    return get(cardId).at("/groupon/base_info/status").asText();
  }

  private static String named(String cardId) {
    return RawSandbox.body("card_id", cardId);
  }
}
