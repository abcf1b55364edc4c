package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Several cards behind one QR code, and several copies of one card. */
final class SeveralCardsTest {
  private static final String SCAN = "/sandbox/scan";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void each_card_with_a_code_is_claimed_once() {
    List<String> cards = merchants(3);
    String ticket =
        several(offer(cards.get(0), "M1"), offer(cards.get(1), "M2"), offer(cards.get(2), "M3"));

    assertThat(claimed(ticket, "anna", cards.get(1)).path("code").asText()).isEqualTo("M2");
    JsonNode again = claimed(ticket, "bert", cards.get(1));
    assertThat(again.path("errcode").asInt()).isEqualTo(40073);
    assertThat(raw.lastReason())
        .contains("one claim of each card", cards.get(0), cards.get(2))
        .doesNotContain(cards.get(1));

    assertThat(claimed(ticket, "anna", cards.get(2)).path("code").asText()).isEqualTo("M3");
    assertThat(raw.scan(ticket, "bert").path("code").asText()).isEqualTo("M1");
    assertThat(raw.scan(ticket, "bert").path("errcode").asInt()).isEqualTo(40073);
    assertThat(raw.lastReason()).contains("none is left");
  }

  @Test
  void one_card_can_stand_there_with_several_codes() {
    String card = merchants(1).get(0);
    String ticket = several(offer(card, "M1"), offer(card, "M2"));

    assertThat(raw.scan(ticket, "a").path("code").asText()).isEqualTo("M1");
    assertThat(claimed(ticket, "b", card).path("code").asText()).isEqualTo("M2");
    assertThat(claimed(ticket, "c", card).path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void a_refused_claim_leaves_the_card_to_be_claimed() {
    List<String> cards = merchants(2);
    String ticket = several(offer(cards.get(0), "M1"), offer(cards.get(1), "M2"));
    rows.change("UPDATE card SET quantity = 0 WHERE id = ?", cards.get(0));
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(45031);
    rows.change("UPDATE card SET quantity = 1 WHERE id = ?", cards.get(0));

    assertThat(raw.scan(ticket, "a").path("code").asText()).isEqualTo("M1");
  }

  @Test
  void what_was_claimed_outlives_the_sandbox() {
    List<String> cards = merchants(2);
    String ticket = several(offer(cards.get(0), "M1"), offer(cards.get(1), "M2"));
    raw.scan(ticket, "a");
    raw.close();

    try (RawSandbox again = RawSandbox.on(rows.db(), 2)) {
      raw = again;

      assertThat(claimed(ticket, "b", cards.get(0)).path("errcode").asInt()).isEqualTo(40073);
      assertThat(claimed(ticket, "b", cards.get(1)).path("code").asText()).isEqualTo("M2");
    }
  }

  @Test
  void a_code_of_an_older_database_that_was_used_stays_used() {
    List<String> cards = merchants(2);
    String ticket = several(offer(cards.get(0), "M1"), offer(cards.get(1), "M2"));
    rows.change("UPDATE qr_code SET used = 1, single_use = 1 WHERE ticket = ?", ticket);

    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(40073);
  }

  @Test
  void copies_claimed_at_once_are_events_of_one_moment() {
    String ticket = raw.ticket(approved(Definitions.groupon()));

    JsonNode claim = copies(ticket, "3");

    assertThat(claim.path("codes").size()).isEqualTo(3);
    assertThat(claim.path("code")).isEqualTo(claim.at("/codes/0"));
    JsonNode events = raw.get("/sandbox/events").path("events");
    List<String> codes = new ArrayList<>();
    List<String> moments = new ArrayList<>();
    for (JsonNode event : events) {
      if (event.path("name").asText().equals("user_get_card")) {
        codes.add(event.at("/fields/UserCardCode").asText());
        moments.add(event.path("time").asText());
      }
    }
    assertThat(codes).doesNotHaveDuplicates();
    assertThat(Json.array().addAll(codes.stream().map(Json.object()::textNode).toList()))
        .isEqualTo(claim.path("codes"));
    assertThat(moments).hasSize(3).containsOnly(moments.get(0));
  }

  @Test
  void copies_over_the_limit_are_refused_together() {
    String ticket = raw.ticket(approved(Definitions.groupon()));

    assertThat(copies(ticket, "4").path("errcode").asInt()).isEqualTo(45033);
    assertThat(rows.events("user_get_card")).isEmpty();
    assertThat(copies(ticket, "3").path("errcode").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"0, 40097", "51, 40097", "-1, 40097", "1.5, 40097", "null, 0", "1, 0"})
  void copies_are_one_to_fifty(String number, int errcode) {
    String ticket = raw.ticket(approved(Definitions.groupon()));

    assertThat(copies(ticket, number).path("errcode").asInt()).isEqualTo(errcode);
  }

  private JsonNode copies(String ticket, String number) {
    return raw.post(
        SCAN,
        "{\"ticket\": \"%s\", \"username\": \"a\", \"copies\": %s}".formatted(ticket, number));
  }

  private JsonNode claimed(String ticket, String user, String cardId) {
    return raw.post(
        SCAN,
        Json.write(
            Json.object().put("ticket", ticket).put("username", user).put("card_id", cardId)));
  }

  private String several(String... offers) {
    String body =
        """
        {"action_name": "QR_MULTIPLE_CARD",
         "action_info": {"multiple_card": {"card_list": [%s]}}}
        """;
    return raw.done("/card/qrcode/create", body.formatted(String.join(",", offers)))
        .path("ticket")
        .asText();
  }

  private static String offer(String cardId, String code) {
    return Json.write(Json.object().put("card_id", cardId).put("code", code));
  }

  private List<String> merchants(int many) {
    List<String> cards = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      cards.add(approved(Definitions.groupon(base -> base.put("use_custom_code", true))));
    }
    return cards;
  }

  private String approved(String definition) {
    String id = raw.create(definition);
    raw.approve(id);
    return id;
  }
}
