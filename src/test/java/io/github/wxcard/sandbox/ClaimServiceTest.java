package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class ClaimServiceTest {
  @Injected private RawSandbox raw;

  @Test
  void only_a_tester_claims_before_approval() {
    String ticket = raw.ticket(raw.create(Definitions.groupon()));
    assertThat(errcode(raw.scan(ticket, "usr1"))).isEqualTo(72022);

    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\", \"usr2\"]}");

    JsonNode claim = raw.scan(ticket, "usr1");
    assertThat(errcode(claim)).isZero();
    assertThat(claim.path("code").asText()).matches("[0-9]{12}");
    assertThat(claim.path("openid").asText()).startsWith("o").hasSize(28);
    assertThat(errcode(raw.scan(ticket, "usr3"))).isEqualTo(72022);
  }

  @Test
  void anybody_claims_after_approval() {
    String cardId = raw.create(Definitions.groupon());
    raw.approve(cardId);

    assertThat(errcode(raw.scan(raw.ticket(cardId), "anybody"))).isZero();
  }

  @Test
  void a_tester_may_be_named_by_openid_and_scan_by_name() {
    String ticket = raw.ticket(raw.create(Definitions.groupon()));
    String openid = raw.scan(ticket, "usr1").path("openid").asText("none yet");
    assertThat(openid).isEqualTo("none yet");
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oElsewhere\"]}");

    String byOpenid = RawSandbox.body("ticket", ticket, "openid", "oElsewhere");
    assertThat(raw.done("/sandbox/scan", byOpenid).path("openid").asText()).isEqualTo("oElsewhere");
    assertThat(raw.scan(ticket, "oElsewhere").path("openid").asText()).isEqualTo("oElsewhere");
  }

  @Test
  void the_whitelist_is_replaced_as_a_whole_and_holds_ten() {
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"]}");
    raw.done("/card/testwhitelist/set", "{\"username\": [\"usr2\"], \"openid\": null}");
    String ticket = raw.ticket(raw.create(Definitions.groupon()));
    assertThat(errcode(raw.scan(ticket, "usr1"))).isEqualTo(72022);

    String ten = "[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]";
    raw.done("/card/testwhitelist/set", "{\"username\": " + ten + "}");
    assertThat(
            raw.errcode(
                "/card/testwhitelist/set", "{\"username\": " + ten + ", \"openid\": [\"o\"]}"))
        .isEqualTo(45019);
    assertThat(raw.errcode("/card/testwhitelist/set", "{\"username\": [7]}")).isEqualTo(40031);
    assertThat(raw.errcode("/card/testwhitelist/set", "{\"openid\": \"o\"}")).isEqualTo(40031);
    raw.done("/card/testwhitelist/set", "{}");
    assertThat(raw.get("/sandbox/status").path("testers").asInt()).isZero();
  }

  @Test
  void the_answer_to_a_whitelist_names_who_is_on_it() {
    JsonNode answer =
        raw.done(
            "/card/testwhitelist/set", "{\"openid\": [\"o1\"], \"username\": [\"u1\", \"u2\"]}");
    JsonNode cleared = raw.done("/card/testwhitelist/set", "{}");

    assertThat(answer)
        .isEqualTo(
            Definitions.json(
                """
                {"errcode": 0, "errmsg": "ok", "white_list_size": 3, "success_openid": ["o1"],
                 "success_username": ["u1", "u2"]}
                """));
    assertThat(cleared.path("white_list_size").asInt(-1)).isZero();
    assertThat(cleared.path("success_openid")).isEqualTo(Definitions.json("[]"));
  }

  @Test
  void a_limit_of_none_leaves_nothing_to_claim() {
    String cardId = raw.create(Definitions.groupon(base -> base.put("get_limit", 0)));
    raw.approve(cardId);

    assertThat(errcode(raw.scan(raw.ticket(cardId), "usr1"))).isEqualTo(45033);
  }

  @Test
  void a_person_has_the_same_openid_after_a_reset() {
    JsonNode first = raw.claimed(Definitions.groupon(), "张三");
    raw.post("/sandbox/reset", "{}");
    raw.forgetToken();

    JsonNode second = raw.claimed(Definitions.groupon(), "张三");

    assertThat(second.path("openid")).isEqualTo(first.path("openid"));
    assertThat(second.path("code")).isNotEqualTo(first.path("code"));
  }

  @Test
  void stock_and_personal_limit_end_the_claims() {
    String cardId =
        raw.create(Definitions.groupon(base -> base.withObject("/sku").put("quantity", 4)));
    raw.approve(cardId);
    String ticket = raw.ticket(cardId);
    for (int i = 0; i < 3; i++) {
      assertThat(errcode(raw.scan(ticket, "greedy"))).isZero();
    }

    assertThat(errcode(raw.scan(ticket, "greedy"))).isEqualTo(45033);
    assertThat(errcode(raw.scan(ticket, "quick"))).isZero();
    assertThat(errcode(raw.scan(ticket, "late"))).isEqualTo(45031);
    JsonNode stock = raw.done("/card/get", RawSandbox.body("card_id", cardId));
    assertThat(stock.at("/card/groupon/base_info/sku/quantity").asInt(-1)).isZero();
    assertThat(stock.at("/card/groupon/base_info/sku/total_quantity").asInt()).isEqualTo(4);
  }

  @Test
  void a_link_is_recognized_under_any_host() {
    String cardId = raw.create(Definitions.groupon());
    raw.approve(cardId);
    JsonNode qr =
        raw.done(
            "/card/qrcode/create",
            "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {\"card_id\": \""
                + cardId
                + "\"}}}");
    String link = qr.path("url").asText().replace(raw.sandbox.base().toString(), "http://h:1");
    String picture =
        "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket="
            + RawSandbox.encode(qr.path("ticket").asText());

    raw.done("/sandbox/scan", RawSandbox.body("url", link, "username", "a"));
    raw.done("/sandbox/scan", RawSandbox.body("url", picture, "username", "a"));
  }

  @Test
  void what_nobody_printed_cannot_be_scanned() {
    assertThat(errcode(raw.scan("gQ", "a"))).isEqualTo(40073);
    assertThat(raw.errcode("/sandbox/scan", "{\"username\": \"a\"}")).isEqualTo(40073);
    assertThat(raw.errcode("/sandbox/scan", "{\"ticket\": \"gQ\"}")).isEqualTo(41009);
    assertThat(raw.errcode("/sandbox/approve", "{\"card_id\": \"p\"}")).isEqualTo(40073);
  }

  @Test
  void a_code_for_one_person_is_claimed_once_by_that_person() {
    String cardId = raw.create(Definitions.groupon(base -> base.put("bind_openid", true)));
    raw.approve(cardId);
    String body =
        """
        {"action_name": "QR_CARD",
         "action_info": {"card": {"card_id": "%s", "openid": "oReceiver"}}}
        """;
    String ticket = raw.done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText();

    assertThat(errcode(raw.scan(ticket, "other"))).isEqualTo(40003);
    String receiver = RawSandbox.body("ticket", ticket, "openid", "oReceiver");
    raw.done("/sandbox/scan", receiver);
    assertThat(raw.errcode("/sandbox/scan", receiver)).isEqualTo(40073);
  }

  @Test
  void a_merchants_code_is_given_out_once() {
    String cardId = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    raw.approve(cardId);
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "A-1"}}}
        """;
    String first = raw.done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText();
    String second = raw.done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText();

    assertThat(raw.scan(first, "a").path("code").asText()).isEqualTo("A-1");
    assertThat(errcode(raw.scan(second, "a"))).isEqualTo(40116);
  }

  @Test
  void a_card_whose_period_is_over_cannot_be_claimed() {
    long now = raw.clock.instant().getEpochSecond();
    String definition =
        Definitions.groupon(
            base ->
                base.putObject("date_info")
                    .put("type", "DATE_TYPE_FIX_TIME_RANGE")
                    .put("begin_timestamp", now)
                    .put("end_timestamp", now + 60));
    String cardId = raw.create(definition);
    raw.approve(cardId);
    String ticket = raw.ticket(cardId);
    raw.clock.advance(Duration.ofSeconds(60));
    assertThat(errcode(raw.scan(ticket, "a"))).isZero();

    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(errcode(raw.scan(ticket, "a"))).isEqualTo(40079);
  }

  @Test
  void a_term_of_ninety_days_from_the_first_of_october_ends_with_the_29th_of_december() {
    JsonNode claim =
        raw.claimed(
            Definitions.groupon(base -> base.withObject("/date_info").put("fixed_term", 90)), "a");

    JsonNode card =
        raw.done("/card/code/get", RawSandbox.body("code", claim.path("code").asText()))
            .path("card");

    assertThat(Instant.ofEpochSecond(card.path("begin_time").asLong()))
        .isEqualTo(Instant.parse("2026-09-30T16:00:00Z"));
    assertThat(Instant.ofEpochSecond(card.path("end_time").asLong()))
        .isEqualTo(Instant.parse("2026-12-29T15:59:59Z"));
  }

  private static int errcode(JsonNode answer) {
    return answer.path("errcode").asInt();
  }
}
