package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code /card/membercard/activate}, and cards that need no such call. */
final class MemberActivationTest {
  private static final String ACTIVATE = "/card/membercard/activate";

  @Injected private DatabaseRows rows;
  @Injected private RawSandbox raw;
  @Injected private Members members;

  @Test
  void a_member_begins_with_what_the_activation_gives() {
    JsonNode claim = raw.claimed(Members.card("/supply_balance=true"), "a");
    JsonNode before = members.info(claim);

    ObjectNode body = activation(claim).put("init_bonus", 100).put("init_bonus_record", "开卡");
    JsonNode answer = raw.done(ACTIVATE, Json.write(body.put("init_balance", 2500)));

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    assertThat(before.path("has_active").asBoolean(true)).isFalse();
    JsonNode info = members.info(claim);
    assertThat(info.path("has_active").asBoolean()).isTrue();
    assertThat(info.path("membership_number").asText()).isEqualTo("NO-1");
    assertThat(info.path("bonus").asLong()).isEqualTo(100);
    assertThat(info.path("balance").asLong()).isEqualTo(2500);
    assertThat(rows.events("update_member_card")).isEmpty();
  }

  @Test
  void looking_at_a_code_shows_the_member_behind_it() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    assertThat(raw.done("/card/code/get", Members.code(claim)).at("/card").has("bonus")).isFalse();

    String picture = "https://mmbiz.qpic.cn/mmbiz/picture/0";
    ObjectNode body = activation(claim).put("init_bonus", 7).put("background_pic_url", picture);
    raw.done(ACTIVATE, Json.write(body));

    JsonNode shown = raw.done("/card/code/get", Members.code(claim));
    assertThat(shown.at("/card/membership_number").asText()).isEqualTo("NO-1");
    assertThat(shown.at("/card/bonus").asInt()).isEqualTo(7);
    assertThat(shown.path("background_pic_url").asText()).isEqualTo(picture);
  }

  @Test
  void nobody_becomes_a_member_twice() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    raw.done(ACTIVATE, Json.write(activation(claim)));

    assertThat(refused(activation(claim).put("membership_number", "NO-2"))).isEqualTo(73214);
    assertThat(members.info(claim).path("membership_number").asText()).isEqualTo("NO-1");
  }

  @ParameterizedTest
  @CsvSource({
    "membership_number,20",
    "init_bonus_record,32",
    "init_custom_field_value1,12",
    "init_custom_field_value2,12",
    "init_custom_field_value3,12"
  })
  void texts_have_their_limits_in_bytes(String field, int limit) {
    JsonNode claim = raw.claimed(Members.card(), "a");

    assertThat(refused(activation(claim).put(field, "界" + "x".repeat(limit - 2)))).isEqualTo(45021);
    assertThat(refused(activation(claim).put(field, 1))).isEqualTo(47001);
    assertThat(members.info(claim).path("has_active").asBoolean(true)).isFalse();
    raw.done(ACTIVATE, Json.write(activation(claim).put(field, "界" + "x".repeat(limit - 3))));
  }

  @Test
  void a_number_and_a_code_that_somebody_holds_are_needed() {
    JsonNode claim = raw.claimed(Members.card(), "a");

    assertThat(refused(without(activation(claim), "membership_number"))).isEqualTo(41011);
    assertThat(refused(without(activation(claim), "code"))).isEqualTo(41013);
    assertThat(refused(activation(claim).put("code", "123456789012"))).isEqualTo(40056);
    assertThat(refused(activation(claim).put("code", "1".repeat(21)))).isEqualTo(45021);
    raw.done("/card/code/unavailable", Members.code(claim));
    assertThat(refused(activation(claim))).isEqualTo(40127);
  }

  @Test
  void only_member_cards_have_members() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");

    assertThat(refused(activation(claim))).isEqualTo(45030);
    assertThat(raw.errcode("/card/membercard/userinfo/get", Members.code(claim))).isEqualTo(45030);
  }

  @ParameterizedTest
  @CsvSource({
    "init_bonus,0,0",
    "init_bonus,2147483647,0",
    "init_bonus,2147483648,45022",
    "init_bonus,-1,45022",
    "init_balance,0,0",
    "init_balance,1,40150",
    "init_balance,-1,45023"
  })
  void amounts_have_a_range_and_the_card_must_offer_them(String field, long amount, int errcode) {
    JsonNode claim = raw.claimed(Members.card(), "a");

    assertThat(refused(activation(claim).put(field, amount))).isEqualTo(errcode);
    assertThat(members.info(claim).path("has_active").asBoolean()).isEqualTo(errcode == 0);
  }

  @Test
  void a_membership_can_have_a_period_of_its_own() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    long now = raw.clock.instant().getEpochSecond();
    Consumer<ObjectNode> refused =
        body -> assertThat(refused(body)).as("%s", body).isEqualTo(40079);
    refused.accept(activation(claim).put("activate_begin_time", "-7"));
    refused.accept(activation(claim).put("activate_begin_time", -1));
    refused.accept(activation(claim).put("activate_end_time", now));
    refused.accept(
        activation(claim).put("activate_begin_time", now + 9).put("activate_end_time", now + 9));

    ObjectNode body = activation(claim).put("activate_begin_time", now);
    raw.done(ACTIVATE, Json.write(body.put("activate_end_time", now + 60)));

    JsonNode shown = raw.done("/card/code/get", Members.code(claim));
    assertThat(shown.at("/card/begin_time").asLong()).isEqualTo(now);
    assertThat(shown.at("/card/end_time").asLong()).isEqualTo(now + 60);
    raw.clock.advance(Duration.ofSeconds(61));
    assertThat(members.info(claim).path("user_card_status").asText()).isEqualTo("EXPIRE");
  }

  @Test
  void a_card_can_make_members_of_its_claimants() {
    JsonNode claim = raw.claimed(Members.card("/auto_activate=true", "/wx_activate=false"), "a");

    JsonNode info = members.info(claim);
    assertThat(info.path("has_active").asBoolean()).isTrue();
    assertThat(info.path("membership_number")).isEqualTo(claim.path("code"));
    assertThat(info.path("bonus").asInt(-1)).isZero();
    assertThat(refused(activation(claim))).isEqualTo(73214);
  }

  @Test
  void a_merchants_code_is_activated_together_with_its_card() {
    String cardId = raw.create(Members.card("/base_info/use_custom_code=true"));
    raw.approve(cardId);
    String offer =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "M-1"}}}
        """;
    String ticket =
        raw.done("/card/qrcode/create", offer.formatted(cardId)).path("ticket").asText();
    JsonNode claim = raw.scan(ticket, "a");

    assertThat(refused(without(activation(claim), "card_id"))).isEqualTo(40056);
    assertThat(raw.errcode("/card/membercard/userinfo/get", Members.code(claim))).isEqualTo(40056);
    raw.done(ACTIVATE, Json.write(activation(claim)));
    assertThat(members.info(claim).path("has_active").asBoolean()).isTrue();
  }

  @Test
  void an_account_without_the_right_gives_no_points() {
    AccountPolicy policy = new AccountPolicy(false, Set.of(AccountRight.BONUS), false);
    String card = Members.card("/supply_bonus=false");
    try (RawSandbox poor = RawSandbox.inMemory(policy)) {
      JsonNode claim = poor.claimed(card, "a");
      ObjectNode body = activation(claim);
      assertThat(poor.errcode(ACTIVATE, Json.write(body.put("init_bonus", 1)))).isEqualTo(43011);
      poor.done(ACTIVATE, Json.write(body.put("init_bonus", 0)));
    }
  }

  private int refused(ObjectNode body) {
    return raw.errcode(ACTIVATE, Json.write(body));
  }

  private static ObjectNode activation(JsonNode claim) {
    return Members.named(claim).put("membership_number", "NO-1");
  }

  private static ObjectNode without(ObjectNode body, String field) {
    body.remove(field);
    return body;
  }
}
