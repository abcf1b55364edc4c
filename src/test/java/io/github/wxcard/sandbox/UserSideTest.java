package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import io.github.wxcard.text.QueryString;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UserSideTest {
  @Injected private RawSandbox raw;
  @Injected private Phone phone;
  @Injected private DatabaseRows rows;

  @Test
  void a_removed_card_is_still_told_of_and_cannot_be_redeemed() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = claim.path("code").asText();
    assertThat(phone.errcode("remove", code, "user", "b")).isEqualTo(40056);

    JsonNode removed = phone.done("remove", code, "user", "a");

    assertThat(removed.path("user_card_status").asText()).isEqualTo("DELETE");
    assertThat(phone.status(claim)).isEqualTo("DELETE");
    assertThat(phone.wallet(claim.path("openid").asText())).isEqualTo(1);
    assertThat(raw.errcode("/card/code/consume", Json.write(Phone.named(claim)))).isEqualTo(40127);
    DatabaseRows.Event event = rows.events("user_del_card").get(0);
    assertThat(event.sender()).isEqualTo(claim.path("openid").asText());
    assertThat(event.field("UserCardCode")).isEqualTo(code);
    assertThat(event.field("CardId")).isEqualTo(claim.path("card_id").asText());
  }

  @Test
  void a_removed_member_card_comes_back_with_its_code() {
    String cardId = raw.create(Typed.memberCard(base -> {}));
    raw.approve(cardId);
    String ticket = raw.ticket(cardId);
    JsonNode claim = raw.scan(ticket, "a");
    phone.done("remove", claim.path("code").asText(), "user", "a");

    JsonNode again = raw.scan(ticket, "a");

    assertThat(again).isEqualTo(claim);
    assertThat(phone.status(claim)).isEqualTo("NORMAL");
    var events = rows.events("user_get_card");
    DatabaseRows.Event restored = events.get(events.size() - 1);
    assertThat(restored.field("IsRestoreMemberCard")).isEqualTo("1");
    assertThat(restored.field("UserCardCode")).isEqualTo(claim.path("code").asText());
    JsonNode card = raw.done("/card/get", RawSandbox.body("card_id", cardId));
    assertThat(card.at("/card/member_card/base_info/sku/quantity").asInt()).isEqualTo(99_999);
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(45033);
  }

  @Test
  void a_name_stays_one_person_though_called_an_openid() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String ticket = raw.ticket(claim.path("card_id").asText());
    String body = "{\"ticket\": \"%s\", \"openid\": \"a\"}".formatted(ticket);

    JsonNode again = raw.post("/sandbox/scan", body);

    assertThat(again.path("openid")).as("%s", again).isEqualTo(claim.path("openid"));
  }

  @Test
  void a_removed_coupon_does_not_come_back() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    phone.done("remove", claim.path("code").asText(), "user", "a");

    JsonNode other = raw.scan(raw.ticket(claim.path("card_id").asText()), "a");

    assertThat(other.path("code")).isNotEqualTo(claim.path("code"));
    assertThat(phone.status(claim)).isEqualTo("DELETE");
  }

  @Test
  void a_member_card_that_is_looked_at_may_tell_the_merchant() {
    JsonNode told = raw.claimed(Typed.memberCard(base -> base.put("need_push_on_view", true)), "a");
    JsonNode quiet =
        raw.claimed(Typed.memberCard(base -> base.put("need_push_on_view", false)), "a");
    JsonNode coupon =
        raw.claimed(Definitions.groupon(base -> base.put("need_push_on_view", true)), "a");

    for (JsonNode claim : new JsonNode[] {told, quiet, coupon}) {
      phone.done("view", claim.path("code").asText(), "user", "a");
    }

    assertThat(rows.events("user_view_card")).hasSize(1);
    DatabaseRows.Event event = rows.events("user_view_card").get(0);
    assertThat(event.field("UserCardCode")).isEqualTo(told.path("code").asText());
    assertThat(event.fields().has("OuterStr")).isTrue();
    assertThat(phone.errcode("view", told.path("code").asText(), "user", "b")).isEqualTo(40056);
  }

  @Test
  void a_link_gets_its_parameters_before_the_fragment() {
    JsonNode claim =
        raw.claimed(
            Definitions.groupon(
                base ->
                    base.put("custom_url", "http://example.com/a#top")
                        .put("promotion_url", "http://example.com/b?x=1#/page?y=2")),
            "a");
    String code = claim.path("code").asText();

    String custom = phone.done("open", code, "user", "a").path("url").asText();
    String promotion =
        phone.done("open", code, "user", "a", "entry", "promotion").path("url").asText();

    assertThat(custom).startsWith("http://example.com/a?encrypt_code=").endsWith("#top");
    assertThat(promotion)
        .startsWith("http://example.com/b?x=1&encrypt_code=")
        .endsWith("#/page?y=2");
    String query = custom.substring(custom.indexOf('?') + 1, custom.indexOf('#'));
    assertThat(query).doesNotContain("+", "/");
    Map<String, String> parameters = QueryString.parse(query);
    assertThat(parameters).containsOnlyKeys("encrypt_code", "card_id", "openid");
    assertThat(parameters)
        .containsEntry("card_id", claim.path("card_id").asText())
        .containsEntry("openid", claim.path("openid").asText())
        .containsEntry("encrypt_code", EncryptedCode.of(claim.path("card_id").asText(), code));
  }

  @Test
  void links_of_member_cards_tell_the_channel_too() {
    String cardId =
        raw.create(Typed.memberCard(base -> base.put("custom_url", "http://example.com/?")));
    raw.approve(cardId);
    String body =
        """
        {"action_name": "QR_CARD",
         "action_info": {"card": {"card_id": "%s", "outer_str": "店 1&b"}}}
        """;
    JsonNode qr = raw.done("/card/qrcode/create", body.formatted(cardId));
    JsonNode claim = raw.scan(qr.path("ticket").asText(), "a");

    JsonNode opened = phone.done("open", claim.path("code").asText(), "user", "a");

    String url = opened.path("url").asText();
    assertThat(url)
        .startsWith("http://example.com/?encrypt_code=")
        .endsWith("&outer_str=%E5%BA%97%201%26b");
  }

  @Test
  void the_button_in_the_centre_goes_with_the_last_chance_to_redeem() {
    JsonNode claim =
        raw.claimed(
            Definitions.groupon(
                base -> base.put("center_title", "使用").put("center_url", "http://example.com/c")),
            "a");
    String code = claim.path("code").asText();
    assertThat(phone.done("open", code, "user", "a", "entry", "center").path("url").asText())
        .startsWith("http://example.com/c?");
    assertThat(phone.errcode("open", code, "user", "a")).isEqualTo(40097);
    assertThat(phone.errcode("open", code, "user", "a", "entry", "other")).isEqualTo(40097);
    assertThat(phone.errcode("open", code, "user", "b", "entry", "center")).isEqualTo(40056);

    raw.done("/card/code/consume", Json.write(Phone.named(claim)));

    assertThat(phone.errcode("open", code, "user", "a", "entry", "center")).isEqualTo(40127);
  }

  @Test
  void everybody_who_was_mentioned_is_a_user() {
    assertThat(raw.get("/sandbox/users").path("users")).isEmpty();
    JsonNode claim = raw.claimed(Definitions.groupon(), "张三");
    JsonNode removed = raw.claimed(Definitions.groupon(), "张三");
    phone.done("remove", removed.path("code").asText(), "user", "张三");
    JsonNode gift = raw.claimed(Definitions.groupon(), "b");
    phone.done("gift", gift.path("code").asText(), "from", "b", "to", "张三");

    JsonNode answer = raw.get("/sandbox/users");

    assertThat(answer.path("errcode").asInt(-1)).isZero();
    JsonNode users = answer.path("users");
    assertThat(users).hasSize(2);
    for (JsonNode user : users) {
      boolean first = user.path("name").asText().equals("张三");
      assertThat(user.path("cards").asInt()).isEqualTo(first ? 2 : 0);
      assertThat(user.path("openid")).isEqualTo(first ? claim.path("openid") : gift.path("openid"));
    }
  }
}
