package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an account may create. What a definition must be like is tested with its rules. */
final class CreatingCardsTest {
  private static final AccountPolicy STRICT = new AccountPolicy(true, Set.of(), false);
  private static final AccountPolicy TODAY =
      new AccountPolicy(false, Set.of(AccountRight.COUPON), false);
  private static final AccountPolicy UNTESTED = new AccountPolicy(false, Set.of(), true);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "groupon,     CUSTOM_CODE, /base_info/use_custom_code=true, 43009",
    "groupon,     CUSTOM_URL,  /base_info/custom_url=https://a.example.com, 43012",
    "groupon,     CUSTOM_URL,  /base_info/promotion_url=https://a.example.com, 43012",
    "member-card, BALANCE,     /supply_balance=true, 43010",
    "member-card, BONUS,       /supply_bonus=true, 43011",
    "member-card, MEMBER_CARD, /base_info/get_limit=1, 72016"
  })
  void a_right_that_is_missing_has_its_code(
      String sample, AccountRight right, String set, int errcode) {
    String body = Json.write(Samples.changed(sample + ".json", set));
    try (RawSandbox without = RawSandbox.inMemory(new AccountPolicy(false, Set.of(right), false));
        RawSandbox with = RawSandbox.inMemory()) {
      assertThat(without.errcode("/card/create", body)).isEqualTo(errcode);
      assertThat(without.get("/sandbox/status").path("cards").asInt(-1)).isZero();
      with.create(body);
    }
  }

  @Test
  void a_gift_card_needs_its_right() {
    JsonNode base = Samples.read("cash.json").tree().at("/card/cash/base_info");
    String body =
        "{\"card\":{\"card_type\":\"GENERAL_CARD\",\"general_card\":{\"supply_bonus\":false,\"base_info\":%s}}}"
            .formatted(Json.write(base));
    try (RawSandbox raw =
        RawSandbox.inMemory(new AccountPolicy(false, Set.of(AccountRight.GENERAL_CARD), false))) {
      assertThat(raw.errcode("/card/create", body)).isEqualTo(72021);
      raw.create(Definitions.groupon());
    }
  }

  @Test
  void an_account_without_rights_still_creates_what_needs_none() {
    AccountPolicy poor =
        new AccountPolicy(
            false,
            Set.of(
                AccountRight.CUSTOM_CODE,
                AccountRight.BALANCE,
                AccountRight.BONUS,
                AccountRight.CUSTOM_URL,
                AccountRight.PAY),
            false);
    try (RawSandbox raw = RawSandbox.inMemory(poor)) {
      raw.create(
          Definitions.groupon(
              base -> {
                base.put("use_custom_code", false);
                base.put("custom_url", "");
                base.put("center_url", "https://a.example.com");
              }));
    }
    try (RawSandbox raw =
        RawSandbox.inMemory(new AccountPolicy(false, Set.of(AccountRight.CARD), false))) {
      assertThat(raw.errcode("/card/create", Definitions.groupon())).isEqualTo(48001);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"groupon", "cash", "discount", "gift", "general-coupon"})
  void an_account_of_today_creates_no_coupon(String sample) {
    try (RawSandbox raw = RawSandbox.inMemory(TODAY)) {
      String body = Json.write(Samples.read(sample + ".json").tree());
      assertThat(raw.errcode("/card/create", body)).isEqualTo(48001);
      assertThat(raw.get("/sandbox/status").path("cards").asInt(-1)).isZero();
    }
  }

  @Test
  void coupons_from_before_go_on_on_an_account_of_today() {
    Path db = folder.resolve("sandbox.db");
    String cardId;
    try (RawSandbox before = RawSandbox.on(db, 1)) {
      cardId = before.create(Definitions.groupon());
      before.approve(cardId);
    }
    try (RawSandbox today = RawSandbox.on(db, 2, TODAY)) {
      String named = "{\"card_id\":\"" + cardId + "\",";
      JsonNode claim = today.scan(today.ticket(cardId), "anybody");
      today.done("/card/code/consume", Members.code(claim));
      today.done("/card/update", named + "\"groupon\":{\"base_info\":{\"title\":\"新\"}}}");
      today.done("/card/modifystock", named + "\"increase_stock_value\":1}");
      today.create(Json.write(Samples.read("member-card.json").tree()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/base_info/center_url", "/base_info/custom_url", "/base_info/promotion_url"})
  void entries_of_a_strict_accounts_coupons_lead_to_no_web_page(String pointer) {
    String web = pointer + "=https://a.example.com";
    List<String> coupons = List.of("groupon", "cash", "discount", "gift", "general-coupon");
    try (RawSandbox strict = RawSandbox.inMemory(STRICT);
        RawSandbox usual = RawSandbox.inMemory()) {
      for (String type : coupons) {
        String coupon = Json.write(withoutEntries(Samples.changed(type + ".json", web), pointer));
        assertThat(strict.errcode("/card/create", coupon)).as(type).isEqualTo(73211);
        usual.create(coupon);
      }
      strict.create(Json.write(Samples.changed("member-card.json", web)));
      strict.create(Json.write(Samples.changed("meeting-ticket.json", web)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/activate_url", "/bonus_url", "/balance_url"})
  void other_links_may_lead_to_web_pages(String pointer) {
    String web = pointer + "=https://a.example.com";
    try (RawSandbox strict = RawSandbox.inMemory(STRICT)) {
      strict.create(
          Json.write(
              Samples.changed("member-card.json", "/activate_url=", "/wx_activate=false", web)));
    }
  }

  @Test
  void a_strict_account_creates_coupons_without_web_pages_and_no_friends_coupons() {
    try (RawSandbox raw = RawSandbox.inMemory(STRICT)) {
      JsonNode coupon = Samples.read("cash.json").tree();
      raw.create(Json.write(withoutEntries(coupon, "")));
      ObjectNode friends = (ObjectNode) Samples.read("member-card.json").tree();
      friends.withObject("/card/member_card/advanced_info").put("share_friends", true);
      assertThat(raw.errcode("/card/create", Json.write(friends))).isEqualTo(73205);
    }
  }

  @Test
  void reviews_of_an_account_that_is_no_test_account_pass_at_once() {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox raw = RawSandbox.on(db, 1, UNTESTED)) {
      JsonNode answer = raw.done("/card/create", Definitions.groupon());
      String cardId = answer.path("card_id").asText();

      assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg", "card_id");
      JsonNode shown = raw.done("/card/get", RawSandbox.body("card_id", cardId));
      assertThat(shown.at("/card/groupon/base_info/status").asText())
          .isEqualTo("CARD_STATUS_VERIFY_OK");
      assertThat(raw.scan(raw.ticket(cardId), "anybody").path("errcode").asInt()).isZero();
      assertThat(new DatabaseRows(db).events("card_pass_check"))
          .singleElement()
          .satisfies(event -> assertThat(event.field("CardId")).isEqualTo(cardId))
          .satisfies(event -> assertThat(event.field("RefuseReason")).isEmpty());
    }
  }

  @Test
  void nobody_receives_more_than_fifty_by_definition() {
    try (RawSandbox raw = RawSandbox.inMemory()) {
      raw.create(Definitions.groupon(base -> base.put("get_limit", 50)));
      assertThat(
              raw.errcode("/card/create", Definitions.groupon(base -> base.put("get_limit", 51))))
          .isEqualTo(72009);
    }
  }

  /** The card without its entries but the one that a pointer leads to. */
  private static JsonNode withoutEntries(JsonNode tree, String but) {
    ObjectNode base = (ObjectNode) tree.path("card").findValue("base_info");
    for (String name : List.of("custom_url", "promotion_url", "center_url")) {
      if (!but.endsWith("/" + name)) {
        base.remove(name);
      }
    }
    return tree;
  }
}
