package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class GiftServiceTest {
  @Injected private RawSandbox raw;
  @Injected private Phone phone;
  @Injected private DatabaseRows rows;

  @Test
  void a_friend_gets_a_new_code_and_the_old_one_is_nobodys() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    JsonNode sent = phone.done("gift", code, "from", "a");

    JsonNode accepted = phone.done("accept", code, "user", "b");

    assertThat(sent.path("user_card_status").asText()).isEqualTo("GIFTING");
    assertThat(sent.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(accepted.path("code").asText()).matches("[0-9]{12}").isNotEqualTo(code);
    assertThat(accepted.path("card_id")).isEqualTo(claim.path("card_id"));
    assertThat(phone.status(claim)).isEqualTo("40056");
    assertThat(raw.errcode("/card/code/consume", RawSandbox.body("code", code))).isEqualTo(40056);
    assertThat(phone.wallet(claim.path("openid").asText())).isZero();
    assertThat(phone.wallet(accepted.path("openid").asText())).isEqualTo(1);
    JsonNode redeemed = raw.done("/card/code/consume", Json.write(Phone.named(accepted)));
    assertThat(redeemed.path("openid")).isEqualTo(accepted.path("openid"));
  }

  @Test
  void a_gift_keeps_the_period_of_the_givers_code() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    JsonNode before = raw.done("/card/code/get", Json.write(Phone.named(claim)));
    phone.later(Duration.ofDays(3));

    JsonNode accepted = phone.done("gift", claim.path("code").asText(), "from", "a", "to", "b");

    JsonNode after = raw.done("/card/code/get", Json.write(Phone.named(accepted)));
    assertThat(after.at("/card/begin_time")).isEqualTo(before.at("/card/begin_time"));
    assertThat(after.at("/card/end_time")).isEqualTo(before.at("/card/end_time"));
  }

  @Test
  void a_merchants_code_changes_hands_as_it_is() {
    JsonNode claim = phone.claimedMerchants("A-1", "a");

    JsonNode accepted = phone.done("gift", "A-1", "from", "a", "to", "b");

    assertThat(accepted.path("code").asText()).isEqualTo("A-1");
    assertThat(accepted.path("openid")).isNotEqualTo(claim.path("openid"));
    assertThat(phone.errcode("gift", "A-1", "from", "a")).isEqualTo(40056);
    JsonNode redeemed = raw.done("/card/code/consume", Json.write(Phone.named(claim)));
    assertThat(redeemed.path("openid")).isEqualTo(accepted.path("openid"));
  }

  @Test
  void giver_and_receiver_are_told_to_the_merchant() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    String giver = claim.path("openid").asText();

    JsonNode accepted = phone.done("gift", code, "from", "a", "to", "b");

    String receiver = accepted.path("openid").asText();
    DatabaseRows.Event sent = rows.events("user_gifting_card").get(0);
    assertThat(sent.sender()).isEqualTo(giver);
    assertThat(sent.field("CardId")).isEqualTo(claim.path("card_id").asText());
    assertThat(sent.field("UserCardCode")).isEqualTo(code);
    assertThat(sent.field("FriendUserName")).isEqualTo(receiver);
    assertThat(sent.field("IsReturnBack")).isEqualTo("0");
    assertThat(sent.field("IsChatRoom")).isEqualTo("0");
    DatabaseRows.Event got = last("user_get_card");
    assertThat(got.sender()).isEqualTo(receiver);
    assertThat(got.field("IsGiveByFriend")).isEqualTo("1");
    assertThat(got.field("FriendUserName")).isEqualTo(giver);
    assertThat(got.field("OldUserCardCode")).isEqualTo(code);
    assertThat(got.field("UserCardCode")).isEqualTo(accepted.path("code").asText());
    assertThat(got.field("IsRestoreMemberCard")).isEqualTo("0");
  }

  @Test
  void a_gift_that_nobody_accepts_goes_back() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    phone.done("gift", code, "from", "a");
    assertThat(rows.events("user_gifting_card").get(0).field("FriendUserName")).isEmpty();

    JsonNode returned = phone.done("return", code);

    assertThat(returned.path("user_card_status").asText()).isEqualTo("NORMAL");
    assertThat(returned.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(last("user_gifting_card").field("IsReturnBack")).isEqualTo("1");
    assertThat(last("user_gifting_card").sender()).isEqualTo(claim.path("openid").asText());
    assertThat(phone.errcode("accept", code, "user", "b")).isEqualTo(40127);
    raw.done("/card/code/consume", Json.write(Phone.named(claim)));
  }

  @Test
  void a_gift_waits_for_a_day_and_then_only_its_giver_gets_it() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    phone.done("gift", code, "from", "a");
    phone.later(Duration.ofHours(24));
    assertThat(phone.status(claim)).isEqualTo("GIFTING");

    phone.later(Duration.ofSeconds(1));

    assertThat(phone.status(claim)).isEqualTo("GIFT_TIMEOUT");
    assertThat(phone.errcode("accept", code, "user", "b")).isEqualTo(40127);
    assertThat(phone.errcode("gift", code, "from", "a", "to", "b")).isEqualTo(40127);
    phone.done("return", code);
    phone.done("gift", code, "from", "a");
    assertThat(phone.status(claim)).isEqualTo("GIFTING");
    phone.done("accept", code, "user", "b");
  }

  @Test
  void a_card_under_way_expires() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    phone.later(Duration.ofDays(14));
    phone.done("gift", code, "from", "a");

    phone.later(Duration.ofHours(12));

    assertThat(phone.status(claim)).isEqualTo("EXPIRE");
    assertThat(phone.errcode("accept", code, "user", "b")).isEqualTo(40127);
    assertThat(phone.errcode("return", code)).isEqualTo(40127);
  }

  @Test
  void what_is_not_ones_own_or_not_to_be_given_stays() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    JsonNode own =
        raw.claimed(Definitions.groupon(base -> base.put("can_give_friend", false)), "a");

    assertThat(phone.errcode("gift", code, "from", "b")).isEqualTo(40056);
    assertThat(phone.errcode("gift", "759733467744", "from", "a")).isEqualTo(40056);
    assertThat(phone.errcode("gift", own.path("code").asText(), "from", "a")).isEqualTo(40127);
    assertThat(phone.errcode("gift", code)).isEqualTo(41009);
    assertThat(phone.errcode("gift", "", "from", "a")).isEqualTo(41013);
    assertThat(phone.errcode("gift", code, "from", "a", "to", "a")).isEqualTo(40003);
    assertThat(phone.status(claim)).isEqualTo("NORMAL");
    phone.done("gift", code, "from", "a");
    assertThat(phone.errcode("accept", code, "user", "a")).isEqualTo(40003);
    assertThat(phone.errcode("accept", code)).isEqualTo(41009);
    assertThat(phone.status(claim)).isEqualTo("GIFTING");
    assertThat(rows.events("user_gifting_card")).hasSize(1);
  }

  private DatabaseRows.Event last(String name) {
    return rows.events(name).get(rows.events(name).size() - 1);
  }
}
