package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class CodeServiceTest {
  @Injected private RawSandbox raw;

  @Test
  void a_code_is_redeemed_once() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String body = code(claim);

    JsonNode answer = raw.done("/card/code/consume", body);

    assertThat(answer.at("/card/card_id")).isEqualTo(claim.path("card_id"));
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(raw.errcode("/card/code/consume", body)).isEqualTo(40099);
    assertThat(raw.errcode("/card/code/get", body)).isEqualTo(40099);
  }

  @Test
  void a_code_that_can_be_redeemed_says_so() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");

    JsonNode answer = raw.done("/card/code/get", code(claim));

    assertThat(answer.path("can_consume").asBoolean()).isTrue();
    assertThat(answer.path("user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(answer.at("/card/card_id")).isEqualTo(claim.path("card_id"));
  }

  @Test
  void a_code_of_a_permanent_card_never_ends() {
    JsonNode claim = raw.claimed(Json.write(Samples.read("member-card.json").tree()), "a");
    raw.clock.advance(Duration.ofDays(4000));
    raw.forgetToken();

    JsonNode answer = raw.done("/card/code/get", code(claim));

    assertThat(answer.path("user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(answer.at("/card/begin_time").asLong(-1)).isZero();
    assertThat(answer.at("/card/end_time").asLong()).isEqualTo(4_294_967_295L);
    raw.done("/card/code/consume", code(claim));
  }

  @Test
  void without_the_check_a_redeemed_code_is_shown() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    raw.done("/card/code/consume", code(claim));

    JsonNode answer =
        raw.done("/card/code/get", code(claim).replace("}", ",\"check_consume\":false}"));

    assertThat(answer.path("can_consume").asBoolean(true)).isFalse();
    assertThat(answer.path("user_card_status").asText()).isEqualTo("CONSUMED");
  }

  @Test
  void a_code_ends_with_its_period() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    raw.clock.advance(Duration.ofDays(15));
    raw.forgetToken();

    assertThat(raw.errcode("/card/code/get", code(claim))).isEqualTo(40127);
    assertThat(raw.errcode("/card/code/consume", code(claim))).isEqualTo(40127);
    JsonNode shown =
        raw.done("/card/code/get", code(claim).replace("}", ",\"check_consume\":false}"));
    assertThat(shown.path("user_card_status").asText()).isEqualTo("EXPIRE");
  }

  @Test
  void a_code_waits_for_its_period() {
    JsonNode claim =
        raw.claimed(
            Definitions.groupon(base -> base.withObject("/date_info").put("fixed_begin_term", 1)),
            "a");
    assertThat(raw.errcode("/card/code/consume", code(claim))).isEqualTo(40127);

    raw.clock.advance(Duration.ofDays(1));
    raw.forgetToken();

    raw.done("/card/code/consume", code(claim));
  }

  @Test
  void a_code_nobody_holds_is_unknown() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String other = raw.create(Definitions.groupon());

    assertThat(raw.errcode("/card/code/get", "{\"code\": \"759733467744\"}")).isEqualTo(40056);
    assertThat(raw.errcode("/card/code/consume", "{}")).isEqualTo(41013);
    String elsewhere = code(claim).replace("}", ",\"card_id\":\"" + other + "\"}");
    assertThat(raw.errcode("/card/code/consume", elsewhere)).isEqualTo(40056);
    raw.done("/card/code/consume", code(claim).replace("}", ",\"card_id\":null}"));
  }

  @Test
  void one_merchants_code_on_two_cards_needs_the_cards_id() {
    String definition = Definitions.groupon(base -> base.put("use_custom_code", true));
    String first = claimMerchants(definition);
    String second = claimMerchants(definition);

    assertThat(raw.errcode("/card/code/consume", "{\"code\": \"A-1\"}")).isEqualTo(40056);
    String body = "{\"code\": \"A-1\", \"card_id\": \"%s\"}";
    raw.done("/card/code/consume", body.formatted(first));
    raw.done("/card/code/consume", body.formatted(second));
    assertThat(raw.errcode("/card/code/consume", body.formatted(second))).isEqualTo(40099);
  }

  @Test
  void the_use_limit_ends_the_redeeming() {
    String cardId = raw.create(Definitions.groupon(base -> base.put("use_limit", 1)));
    raw.done("/card/testwhitelist/set", "{\"username\": [\"a\"]}");
    String ticket = raw.ticket(cardId);
    JsonNode first = raw.scan(ticket, "a");
    JsonNode second = raw.scan(ticket, "a");
    raw.done("/card/code/consume", code(first));

    assertThat(raw.errcode("/card/code/consume", code(second))).isEqualTo(72020);
  }

  @Test
  void a_wallet_shows_all_but_redeemed_codes() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    JsonNode other = raw.claimed(Definitions.groupon(), "a");
    JsonNode ended = raw.claimed(Definitions.groupon(), "a");
    raw.done("/card/code/consume", code(claim));
    raw.done("/card/code/unavailable", code(ended));
    String openid = claim.path("openid").asText();

    JsonNode all = raw.done("/card/user/getcardlist", RawSandbox.body("openid", openid));
    JsonNode one =
        raw.done(
            "/card/user/getcardlist",
            "{\"openid\": \"%s\", \"card_id\": \"%s\"}"
                .formatted(openid, other.path("card_id").asText()));

    assertThat(all.path("card_list").findValuesAsText("code"))
        .containsExactlyInAnyOrder(other.path("code").asText(), ended.path("code").asText());
    assertThat(all.path("has_share_card").asBoolean(true)).isFalse();
    assertThat(one.path("card_list")).hasSize(1);
    assertThat(one.at("/card_list/0/code")).isEqualTo(other.path("code"));
    raw.done("/card/user/getcardlist", "{\"openid\": \"" + openid + "\", \"card_id\": null}");
  }

  @Test
  void a_wallet_is_somebodys_and_a_card_exists() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");

    assertThat(raw.errcode("/card/user/getcardlist", "{}")).isEqualTo(41009);
    assertThat(raw.errcode("/card/user/getcardlist", "{\"openid\": \"o\"}")).isEqualTo(40003);
    String body = RawSandbox.body("openid", claim.path("openid").asText(), "card_id", "p");
    assertThat(raw.errcode("/card/user/getcardlist", body)).isEqualTo(40073);
  }

  private static String code(JsonNode claim) {
    return Json.write(Json.object().put("code", claim.path("code").asText()));
  }

  private String claimMerchants(String definition) {
    String cardId = raw.create(definition);
    raw.approve(cardId);
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "A-1"}}}
        """;
    raw.scan(raw.done("/card/qrcode/create", body.formatted(cardId)).path("ticket").asText(), "a");
    return cardId;
  }
}
