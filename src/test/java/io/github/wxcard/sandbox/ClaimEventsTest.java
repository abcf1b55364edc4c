package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ClaimEventsTest {
  private static final String SCENE = "9".repeat(60);

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void a_claim_tells_who_got_which_code_from_where() {
    String cardId = approved(100);
    String ticket = ticket(cardId, ", \"outer_str\": \"12b\", \"outer_id\": " + SCENE);

    JsonNode claim = raw.scan(ticket, "a");

    assertThat(rows.events("user_get_card"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sender()).isEqualTo(claim.path("openid").asText());
              assertThat(event.field("CardId")).isEqualTo(cardId);
              assertThat(event.field("UserCardCode")).isEqualTo(claim.path("code").asText());
              assertThat(event.field("IsGiveByFriend")).isEqualTo("0");
              assertThat(event.field("FriendUserName")).isEmpty();
              assertThat(event.field("OuterStr")).isEqualTo("12b");
              assertThat(event.field("OuterId")).isEqualTo(SCENE);
            });
    assertThat(
            raw.done("/card/code/get", RawSandbox.body("code", claim.path("code").asText()))
                .path("outer_str")
                .asText())
        .isEqualTo("12b");
  }

  @Test
  void without_a_scene_the_event_has_none() {
    raw.scan(ticket(approved(100), ""), "a");

    assertThat(rows.events("user_get_card"))
        .singleElement()
        .returns("0", event -> event.field("OuterId"))
        .returns(
            List.of(
                "CardId",
                "IsGiveByFriend",
                "UserCardCode",
                "FriendUserName",
                "OuterId",
                "OldUserCardCode",
                "IsRestoreMemberCard",
                "IsRecommendByFriend",
                "SourceScene",
                "UnionId"),
            DatabaseRows.Event::names);
  }

  @Test
  void a_claim_names_its_channel_between_the_old_code_and_the_rest() {
    raw.scan(ticket(approved(100), ", \"outer_str\": \"12b\""), "a");

    assertThat(rows.events("user_get_card"))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.names())
                  .containsSequence("OldUserCardCode", "OuterStr", "IsRestoreMemberCard");
              assertThat(event.field("SourceScene")).isEqualTo("SOURCE_SCENE_UNKNOW");
              assertThat(event.field("UnionId")).matches("o6_[A-Za-z0-9_-]{25}");
            });
  }

  @Test
  void a_person_has_one_union_id_and_another_person_another() {
    String ticket = ticket(approved(100), "");
    raw.scan(ticket, "a");
    raw.scan(ticket, "a");
    raw.scan(ticket, "b");

    assertThat(rows.events("user_get_card"))
        .extracting(event -> event.field("UnionId"))
        .satisfies(
            ids -> {
              assertThat(ids.get(0)).isEqualTo(ids.get(1));
              assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
            });
  }

  @Test
  void a_refused_claim_tells_nothing() {
    String ticket = ticket(approved(1), "");
    raw.scan(ticket, "a");

    assertThat(raw.scan(ticket, "b").path("errcode").asInt()).isEqualTo(45031);

    assertThat(rows.events("user_get_card")).hasSize(1);
  }

  @Test
  void low_stock_is_told_at_a_hundred_and_again_after_twelve_hours() {
    String cardId = approved(201);
    rows.change("UPDATE card SET quantity = 102");
    String ticket = ticket(cardId, "");
    raw.scan(ticket, "a");
    assertThat(rows.events("card_sku_remind")).isEmpty();

    JsonNode claim = raw.scan(ticket, "a");
    raw.scan(ticket, "b");
    raw.clock.advance(Duration.ofHours(12).minusSeconds(1));
    raw.scan(ticket, "b");
    assertThat(rows.events("card_sku_remind"))
        .singleElement()
        .returns(claim.path("openid").asText(), DatabaseRows.Event::sender)
        .returns(cardId, event -> event.field("CardId"))
        .returns("the card's quantity is equal to 100", event -> event.field("Detail"));
    raw.clock.advance(Duration.ofSeconds(1));
    raw.scan(ticket, "c");

    assertThat(rows.events("card_sku_remind"))
        .extracting(event -> event.field("Detail"))
        .containsExactly(
            "the card's quantity is equal to 100", "the card's quantity is equal to 97");
  }

  @Test
  void somebody_who_comes_too_late_makes_it_known_that_nothing_is_left() {
    String cardId = approved(201);
    String ticket = ticket(cardId, "");
    rows.change("UPDATE card SET quantity = 0");

    assertThat(raw.scan(ticket, "late").path("errcode").asInt()).isEqualTo(45031);
    assertThat(raw.scan(ticket, "later").path("errcode").asInt()).isEqualTo(45031);

    assertThat(rows.events("card_sku_remind"))
        .singleElement()
        .returns(cardId, event -> event.field("CardId"))
        .returns("the card's quantity is equal to 0", event -> event.field("Detail"));
    assertThat(rows.events("user_get_card")).isEmpty();
    raw.clock.advance(Duration.ofHours(12));
    raw.scan(ticket, "late");
    assertThat(rows.events("card_sku_remind")).hasSize(2);
  }

  @Test
  void a_clock_that_went_back_delays_no_warning() {
    String ticket = ticket(approved(201), "");
    rows.change("UPDATE card SET quantity = 0");
    raw.post("/sandbox/clock", "{\"advance\": \"15d\"}");
    raw.scan(ticket, "a");
    raw.post("/sandbox/clock", "{\"reset\": true}");

    raw.scan(ticket, "a");

    assertThat(rows.events("card_sku_remind")).hasSize(2);
  }

  @Test
  void a_card_of_small_stock_never_warns() {
    String cardId = approved(200);
    rows.change("UPDATE card SET quantity = 5");

    raw.scan(ticket(cardId, ""), "a");

    assertThat(rows.events("card_sku_remind")).isEmpty();
  }

  @Test
  void an_account_that_is_no_test_account_names_another_code() {
    String ticket = ticket(raw.create(Definitions.groupon()), "");
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(72022);

    try (RawSandbox real = RawSandbox.on(rows.db(), 2, new AccountPolicy(false, Set.of(), true))) {
      assertThat(real.scan(ticket, "a").path("errcode").asInt()).isEqualTo(40078);
    }
  }

  private String approved(int stock) {
    String cardId =
        raw.create(Definitions.groupon(base -> base.withObject("/sku").put("quantity", stock)));
    raw.approve(cardId);
    return cardId;
  }

  private String ticket(String cardId, String further) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s"%s}}}
        """;
    return raw.done("/card/qrcode/create", body.formatted(cardId, further)).path("ticket").asText();
  }
}
