package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Member cards at the till, and what the merchant is told of their codes. */
final class MemberRedemptionTest {
  private static final String CONSUME = "/card/code/consume";
  private static final String GET = "/card/code/get";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void a_redeemed_member_card_can_be_redeemed_again() {
    JsonNode claim = raw.claimed(Members.card(), "a");

    JsonNode answer = raw.done(CONSUME, Members.code(claim));
    raw.done(CONSUME, Members.code(claim));

    assertThat(answer.at("/card/card_id")).isEqualTo(claim.path("card_id"));
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    JsonNode shown = raw.done(GET, Members.code(claim));
    assertThat(shown.path("user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(shown.path("can_consume").asBoolean()).isTrue();
    assertThat(rows.events("user_consume_card")).hasSize(2);
  }

  @Test
  void statistics_count_each_time() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    raw.done(CONSUME, Members.code(claim));
    raw.done(CONSUME, Members.code(claim));
    raw.clock.advance(Duration.ofDays(1));
    raw.forgetToken();

    JsonNode day =
        raw.call(
                "/datacube/getcardmembercardinfo",
                "{\"begin_date\": \"2026-10-01\", \"end_date\": \"2026-10-01\","
                    + " \"cond_source\": 1}")
            .at("/list/0");

    assertThat(day.path("verify_cnt").asInt()).isEqualTo(2);
    assertThat(day.path("verify_user").asInt()).isEqualTo(1);
  }

  @Test
  void a_member_card_that_has_ended_is_not_redeemed() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    raw.done("/card/code/unavailable", Members.code(claim));

    assertThat(raw.errcode(CONSUME, Members.code(claim))).isEqualTo(40127);
    assertThat(rows.events("user_consume_card")).isEmpty();
  }

  @Test
  void a_strict_sandbox_redeems_no_member_card() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    AccountPolicy policy = new AccountPolicy(true, Set.of(), false);
    try (RawSandbox strict = RawSandbox.on(rows.db(), 2, policy)) {

      assertThat(strict.errcode(CONSUME, Members.code(claim))).isEqualTo(40071);
      assertThat(strict.lastReason()).contains("MEMBER_CARD");
      assertThat(strict.done(GET, Members.code(claim)).path("can_consume").asBoolean()).isTrue();
    }
  }

  @Test
  void a_card_without_end_is_shown_as_wechat_shows_it() {
    JsonNode claim = raw.claimed(Members.card("/auto_activate=true", "/wx_activate=false"), "a");

    JsonNode answer = raw.done(GET, Members.code(claim));

    assertThat(answer.path("card").toString())
        .isEqualTo(
            "{\"card_id\":%s,\"begin_time\":0,\"end_time\":4294967295,\"code\":%s,"
                    .formatted(claim.path("card_id"), claim.path("code"))
                + "\"membership_number\":%s,\"bonus\":0}".formatted(claim.path("code")));
    assertThat(answer.path("unionid").asText())
        .isEqualTo(IdGenerator.unionId(claim.path("openid").asText()));
    assertThat(answer.path("nickname").asText()).isEqualTo("a");
    assertThat(answer.path("membership_number")).isEqualTo(claim.path("code"));
    assertThat(answer.path("bonus").asInt(-1)).isZero();
    assertThat(answer.path("balance").asInt(-1)).isZero();
    assertThat(answer.path("user_info").toString())
        .isEqualTo("{\"common_field_list\":[],\"custom_field_list\":[]}");
  }

  @Test
  void a_coupons_code_stands_in_its_card_too() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");

    JsonNode answer = raw.done(GET, Members.code(claim));

    assertThat(answer.path("card").properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("card_id", "begin_time", "end_time", "code");
    assertThat(answer.at("/card/code")).isEqualTo(claim.path("code"));
    assertThat(answer.has("unionid")).isFalse();
  }

  @Test
  void changing_codes_are_taken_shown_and_not_played() {
    JsonNode claim = raw.claimed(Members.card("/base_info/use_dynamic_code=true"), "a");

    JsonNode card = raw.done("/card/get", "{\"card_id\": " + claim.path("card_id") + "}");
    assertThat(card.at("/card/member_card/base_info/use_dynamic_code").asBoolean()).isTrue();
    String body = "{\"code\": \"%s\", \"is_expire_dynamic_code\": %s}";
    String dynamic = "1".repeat(18);
    assertThat(raw.errcode(GET, body.formatted(dynamic, "false"))).isEqualTo(40056);
    raw.done(GET, body.formatted(claim.path("code").asText(), "false"));
    assertThat(raw.errcode(GET, body.formatted(dynamic, "\"no\""))).isEqualTo(47001);
  }
}
