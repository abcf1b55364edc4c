package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes that the merchant changes or ends. */
final class ChangedCodesTest {
  private static final String UPDATE = "/card/code/update";
  private static final String END = "/card/code/unavailable";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;
  private String cardId;

  @BeforeEach
  void start() {
    cardId = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    raw.approve(cardId);
    claim("A-1");
  }

  @Test
  void a_code_takes_another_text() {
    assertThat(raw.done(UPDATE, change("A-1", "B-1"))).hasSize(2);

    assertThat(raw.errcode("/card/code/get", code("A-1"))).isEqualTo(40056);
    raw.done("/card/code/get", code("B-1"));
    raw.done("/card/code/consume", code("B-1"));
    claim("A-1");
  }

  @Test
  void a_wrong_change_changes_nothing() {
    claim("A-2");

    assertThat(raw.errcode(UPDATE, change("A-1", "A-2"))).isEqualTo(40116);
    assertThat(raw.errcode(UPDATE, change("A-1", "A-1"))).isEqualTo(40116);
    assertThat(raw.errcode(UPDATE, change("A-1", "9".repeat(21)))).isEqualTo(40116);
    assertThat(raw.errcode(UPDATE, change("A-1", ""))).isEqualTo(40110);
    assertThat(raw.errcode(UPDATE, code("A-1"))).isEqualTo(40110);
    assertThat(raw.errcode(UPDATE, change("A-3", "B-1"))).isEqualTo(40056);
    assertThat(raw.errcode(UPDATE, "{\"code\": \"A-1\", \"new_code\": \"B-1\"}")).isEqualTo(40056);
    assertThat(raw.errcode(UPDATE, "{\"new_code\": \"B-1\"}")).isEqualTo(41013);
    raw.done("/card/code/get", code("A-1"));
    raw.done("/card/code/get", code("A-2"));
    raw.done(UPDATE, change("A-1", "9".repeat(20)));
  }

  @Test
  void a_code_of_wechats_making_is_not_changed() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String body = "{\"code\": \"%s\", \"new_code\": \"B-1\"}";
    String code = claim.path("code").asText();

    assertThat(raw.errcode(UPDATE, body.formatted(code))).isEqualTo(40056);
    raw.done("/card/code/get", RawSandbox.body("code", code));
  }

  @Test
  void an_imported_code_is_changed_in_both_places() {
    cardId = raw.create(Definitions.deposit());
    raw.approve(cardId);
    raw.done(
        "/card/code/deposit", "{\"card_id\": \"" + cardId + "\", \"code\": [\"D-1\", \"D-2\"]}");
    rows.change("UPDATE card SET quantity = 2 WHERE id = ?", cardId);
    String got = raw.scan(raw.ticket(cardId), "a").path("code").asText();
    String free = got.equals("D-1") ? "D-2" : "D-1";

    assertThat(raw.errcode(UPDATE, change(got, free))).isEqualTo(40116);
    raw.done(UPDATE, change(got, "D-3"));

    JsonNode check =
        raw.done(
            "/card/code/checkcode",
            "{\"card_id\": \"%s\", \"code\": [\"%s\", \"D-3\"]}".formatted(cardId, got));
    assertThat(check.path("exist_code").toString()).isEqualTo("[\"D-3\"]");
    assertThat(raw.scan(raw.ticket(cardId), "a").path("code").asText()).isEqualTo(free);
  }

  @Test
  void an_ended_code_stays_ended_and_returns_nothing_to_the_stock() {
    int before = stock();

    assertThat(raw.done(END, code("A-1").replace("}", ", \"reason\": \"refund\"}"))).hasSize(2);

    assertThat(raw.errcode("/card/code/consume", code("A-1"))).isEqualTo(40127);
    assertThat(status("A-1")).isEqualTo("UNAVAILABLE");
    assertThat(raw.errcode(END, code("A-1"))).isEqualTo(40127);
    assertThat(raw.errcode(UPDATE, change("A-1", "B-1"))).isEqualTo(40127);
    assertThat(stock()).isEqualTo(before);
  }

  @Test
  void a_code_of_wechats_making_is_ended_without_the_cards_id() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = RawSandbox.body("code", claim.path("code").asText());

    raw.done(END, code);

    assertThat(raw.errcode("/card/code/get", code)).isEqualTo(40127);
  }

  @Test
  void only_a_known_code_is_ended() {
    assertThat(raw.errcode(END, code("A-2"))).isEqualTo(40056);
    assertThat(raw.errcode(END, "{\"code\": \"A-1\"}")).isEqualTo(40056);
    assertThat(raw.errcode(END, "{}")).isEqualTo(41013);
    assertThat(raw.errcode(END, code("A-1").replace("}", ", \"reason\": 7}"))).isEqualTo(47001);
    assertThat(status("A-1")).isEqualTo("NORMAL");
  }

  @ParameterizedTest
  @CsvSource({
    "NORMAL, 0, 0",
    "GIFTING, 40127, 0",
    "GIFT_TIMEOUT, 0, 0",
    "CONSUMED, 40127, 40127",
    "DELETE, 40127, 40127",
    "GIFT_SUCC, 40056, 40056"
  })
  void a_status_allows_what_it_allows(String status, int update, int end) {
    rows.change("UPDATE code SET status = ?", status);

    assertThat(raw.errcode(UPDATE, change("A-1", "B-1"))).isEqualTo(update);
    String held = update == 0 ? "B-1" : "A-1";
    assertThat(raw.errcode(END, code(held))).isEqualTo(end);
  }

  @Test
  void a_code_past_its_end_is_left_alone() {
    raw.clock.advance(Duration.ofDays(15));
    raw.forgetToken();

    assertThat(raw.errcode(UPDATE, change("A-1", "B-1"))).isEqualTo(40127);
    assertThat(raw.errcode(END, code("A-1"))).isEqualTo(40127);
  }

  private void claim(String code) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "%s"}}}
        """;
    JsonNode qr = raw.done("/card/qrcode/create", body.formatted(cardId, code));
    assertThat(raw.scan(qr.path("ticket").asText(), "a").path("code").asText()).isEqualTo(code);
  }

  private String code(String code) {
    return "{\"code\": \"%s\", \"card_id\": \"%s\"}".formatted(code, cardId);
  }

  private String change(String code, String other) {
    return code(code).replace("}", ", \"new_code\": \"" + other + "\"}");
  }

  private String status(String code) {
    return raw.done("/card/code/get", code(code).replace("}", ", \"check_consume\": false}"))
        .path("user_card_status")
        .asText();
  }

  private int stock() {
    return raw.done("/card/get", RawSandbox.body("card_id", cardId))
        .at("/card/groupon/base_info/sku/quantity")
        .asInt();
  }
}
