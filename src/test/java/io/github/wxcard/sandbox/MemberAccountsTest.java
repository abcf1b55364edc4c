package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What members have, and how it changes. */
final class MemberAccountsTest {
  private static final String UPDATE = "/card/membercard/updateuser";

  @Injected private DatabaseRows rows;
  @Injected private RawSandbox raw;
  @Injected private Members members;

  @Test
  void a_difference_moves_what_is_there_and_is_told() {
    JsonNode claim = members.withBonus(100, "/supply_balance=true");

    ObjectNode body = Members.named(claim).put("add_bonus", -30).put("record_bonus", "抵扣");
    JsonNode answer = raw.done(UPDATE, Json.write(body.put("add_balance", 500)));

    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("errcode", "errmsg", "result_bonus", "result_balance", "openid");
    assertThat(answer.path("result_bonus").asLong()).isEqualTo(70);
    assertThat(answer.path("result_balance").asLong()).isEqualTo(500);
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(members.info(claim).path("bonus").asLong()).isEqualTo(70);
    assertThat(events())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.sender()).isEqualTo(claim.path("openid").asText());
              assertThat(event.field("CardId")).isEqualTo(claim.path("card_id").asText());
              assertThat(event.field("UserCardCode")).isEqualTo(claim.path("code").asText());
              assertThat(event.field("ModifyBonus")).isEqualTo("-30");
              assertThat(event.field("ModifyBalance")).isEqualTo("500");
            });
  }

  @Test
  void an_absolute_amount_counts_before_a_difference() {
    JsonNode claim = members.withBonus(100);

    ObjectNode body = Members.named(claim).put("bonus", 40).put("add_bonus", 7);
    JsonNode answer = raw.done(UPDATE, Json.write(body));

    assertThat(answer.path("result_bonus").asLong()).isEqualTo(40);
    assertThat(events().get(0).field("ModifyBonus")).isEqualTo("-60");
  }

  @Test
  void what_stays_as_it_is_is_not_told() {
    JsonNode claim = members.withBonus(100);

    raw.done(UPDATE, Json.write(Members.named(claim).put("bonus", 100)));
    ObjectNode body = Members.named(claim).put("custom_field_value1", "白金");
    body.putObject("notify_optional").put("is_notify_custom_field1", true);
    JsonNode answer = raw.done(UPDATE, Json.write(body));

    assertThat(answer.path("result_bonus").asLong()).isEqualTo(100);
    assertThat(events()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "add_bonus,-100,0",
    "add_bonus,-101,45022",
    "bonus,-1,45022",
    "add_bonus,2147483547,0",
    "add_bonus,2147483548,45022",
    "add_bonus,9223372036854775807,45022",
    "add_bonus,-9223372036854775808,45022",
    "add_balance,-1,45023",
    "balance,-1,45023",
    "add_balance,1,40150"
  })
  void nobody_owes_and_the_card_must_offer_it(String field, long amount, int errcode) {
    JsonNode claim = members.withBonus(100);

    assertThat(refused(Members.named(claim).put(field, amount))).isEqualTo(errcode);
    if (errcode != 0) {
      assertThat(members.info(claim).path("bonus").asLong()).isEqualTo(100);
      assertThat(events()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"custom_field_value1,12", "custom_field_value2,12", "custom_field_value3,12"})
  void texts_have_their_limits_in_bytes(String field, int limit) {
    JsonNode claim = members.withBonus(1);

    assertThat(refused(Members.named(claim).put(field, "界" + "x".repeat(limit - 2))))
        .isEqualTo(45021);
    assertThat(refused(Members.named(claim).put(field, "界" + "x".repeat(limit - 3)))).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"record_bonus", "record_balance"})
  void remarks_have_their_limit_in_characters(String field) {
    JsonNode claim = members.withBonus(1);

    assertThat(refused(Members.named(claim).put(field, "界".repeat(43)))).isEqualTo(45021);
    assertThat(refused(Members.named(claim).put(field, "界".repeat(42)))).isZero();
  }

  @Test
  void only_members_have_something() {
    JsonNode claim = raw.claimed(Members.card(), "a");
    JsonNode coupon = raw.claimed(Definitions.groupon(), "a");

    assertThat(refused(Members.named(claim).put("add_bonus", 1))).isEqualTo(40174);
    assertThat(refused(Members.named(coupon).put("add_bonus", 1))).isEqualTo(45030);
    assertThat(raw.errcode(UPDATE, "{\"add_bonus\": 1}")).isEqualTo(41013);
    assertThat(raw.errcode(UPDATE, "{\"code\": \"123456789012\"}")).isEqualTo(40056);
    assertThat(members.info(claim).path("bonus").asLong(-1)).isZero();
  }

  @Test
  void a_card_that_is_gone_is_not_changed() {
    JsonNode claim = members.withBonus(100);
    raw.done("/card/code/unavailable", Members.code(claim));

    assertThat(refused(Members.named(claim).put("add_bonus", 1))).isEqualTo(40127);
    JsonNode info = members.info(claim);
    assertThat(info.path("user_card_status").asText()).isEqualTo("UNAVAILABLE");
    assertThat(info.path("bonus").asLong()).isEqualTo(100);
  }

  @Test
  void wrong_types_are_refused() {
    JsonNode claim = members.withBonus(100);

    assertThat(refused(Members.named(claim).put("bonus", "ten"))).isEqualTo(47001);
    assertThat(refused(Members.named(claim).put("bonus", "10"))).isZero();
    assertThat(refused(Members.named(claim).put("balance", 1.5))).isEqualTo(47001);
    assertThat(refused(Members.named(claim).put("notify_optional", true))).isEqualTo(47001);
    ObjectNode body = Members.named(claim);
    body.putObject("notify_optional").put("is_notify_bonus", 1);
    assertThat(refused(body)).isEqualTo(47001);
  }

  @Test
  void the_merchant_sees_who_a_member_is() {
    JsonNode claim = members.withBonus(5);

    JsonNode info = members.info(claim);

    assertThat(info.fieldNames())
        .toIterable()
        .containsExactly(
            "errcode",
            "errmsg",
            "openid",
            "nickname",
            "membership_number",
            "bonus",
            "balance",
            "sex",
            "user_info",
            "user_card_status",
            "has_active");
    assertThat(info.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(info.path("nickname").asText()).isEqualTo("a");
    assertThat(info.path("user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(info.at("/user_info/common_field_list").isArray()).isTrue();
    assertThat(info.at("/user_info/custom_field_list").isArray()).isTrue();
    assertThat(raw.errcode("/card/membercard/userinfo/get", "{}")).isEqualTo(41013);
    String unknown = Json.write(Members.named(claim).put("code", "123456789012"));
    assertThat(raw.errcode("/card/membercard/userinfo/get", unknown)).isEqualTo(40056);
  }

  @Test
  void a_code_that_was_given_away_is_still_shown() {
    JsonNode claim = members.withBonus(5);
    rows.change("UPDATE code SET status = 'GIFT_SUCC'");

    assertThat(members.info(claim).path("user_card_status").asText()).isEqualTo("GIFT_SUCC");
    assertThat(refused(Members.named(claim).put("add_bonus", 1))).isEqualTo(40056);
  }

  private int refused(ObjectNode body) {
    return raw.errcode(UPDATE, Json.write(body));
  }

  private List<DatabaseRows.Event> events() {
    return rows.events("update_member_card");
  }
}
