package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ManagingCardsUpdateTest {
  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title          | \"新标题\"                      | true",
        "description    | \"新说明\"                      | true",
        "notice         | \"新提示\"                      | true",
        "logo_url       | \"http://mmbiz.qpic.cn/b/0\"    | false",
        "service_phone  | \"10086\"                       | false",
        "location_id_list | [7]                           | false",
        "use_all_locations | true                         | false",
        "center_title   | \"中间\"                        | false",
        "center_url     | \"https://a.example.com\"       | false",
        "custom_url     | \"https://b.example.com\"       | false",
        "promotion_url_name | \"更多\"                    | false",
        "code_type      | \"CODE_TYPE_QRCODE\"            | false",
        "get_limit      | 5                               | false",
        "can_share      | false                           | false",
        "can_give_friend | false                          | false"
      })
  void a_change_shows_at_once_and_some_go_back_to_review(String name, String json, boolean check) {
    String cardId = approved(Definitions.groupon());

    JsonNode answer = raw.done("/card/update", update(cardId, "\"" + name + "\":" + json));

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg", "send_check");
    assertThat(answer.path("send_check").asBoolean()).isEqualTo(check);
    assertThat(base(cardId).path(name)).isEqualTo(Definitions.json(json));
    assertThat(base(cardId).path("status").asText())
        .isEqualTo(check ? "CARD_STATUS_NOT_VERIFY" : "CARD_STATUS_VERIFY_OK");
  }

  @Test
  void what_is_not_said_or_said_as_before_stays() {
    String cardId = approved(Definitions.groupon());
    JsonNode before = base(cardId);

    String same = "\"title\":\"双人套餐\",\"use_limit\":50,\"notice\":null";
    JsonNode answer = raw.done("/card/update", update(cardId, same));
    raw.done("/card/update", "{\"card_id\":\"" + cardId + "\",\"groupon\":{}}");

    assertThat(answer.path("send_check").asBoolean(true)).isFalse();
    assertThat(base(cardId)).isEqualTo(before);
  }

  @Test
  void a_new_limit_holds_for_the_next_claim() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "usr1");
    String cardId = claim.path("card_id").asText();
    String ticket = raw.ticket(cardId);
    raw.done("/card/update", update(cardId, "\"get_limit\":1"));
    assertThat(raw.scan(ticket, "usr1").path("errcode").asInt()).isEqualTo(45033);

    raw.done("/card/update", update(cardId, "\"get_limit\":2"));

    assertThat(raw.scan(ticket, "usr1").path("errcode").asInt()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"brand_name\":\"别的店\"",
        "\"brand_name\":\"火锅店\"",
        "\"sku\":{\"quantity\":5}",
        "\"use_custom_code\":true",
        "\"get_custom_code_mode\":\"GET_CUSTOM_CODE_MODE_DEPOSIT\"",
        "\"bind_openid\":true",
        "\"source\":\"别处\""
      })
  void what_cannot_change_is_refused_and_nothing_else_changes_either(String change) {
    String cardId = approved(Definitions.groupon());
    JsonNode before = base(cardId);

    assertThat(raw.errcode("/card/update", update(cardId, "\"title\":\"新\"," + change)))
        .isEqualTo(47001);
    assertThat(base(cardId)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title       | \"一二三四五六七八九十\"      | 45021",
        "title       | \"\"                          | 41011",
        "color       | \"red\"                       | 40076",
        "code_type   | \"CODE_TYPE_QR\"              | 40072",
        "logo_url    | \"https://example.com/a.png\" | 40141",
        "get_limit   | 51                            | 72009",
        "custom_url  | \"立即使用\"                  | 40066",
        "can_share   | \"yes\"                       | 47001",
        "location_id_list | {\"a\":7}                 | 47001",
        "pay_info    | {\"is_pay_and_qrcode\":true}  | 47001",
        "location_id_list | null                     | 0",
        "pay_info    | []                            | 0"
      })
  void a_new_value_must_be_as_at_creation(String name, String json, int errcode) {
    String cardId = approved(Definitions.groupon());
    assertThat(raw.errcode("/card/update", update(cardId, "\"" + name + "\":" + json)))
        .isEqualTo(errcode);
  }

  @Test
  void the_type_of_a_card_is_for_ever() {
    String cardId = raw.create(Definitions.groupon());
    String start = "{\"card_id\":\"" + cardId + "\"";
    assertThat(raw.errcode("/card/update", start + ",\"cash\":{\"base_info\":{}}}"))
        .isEqualTo(47001);
    assertThat(raw.errcode("/card/update", start + ",\"card_type\":\"GROUPON\",\"groupon\":{}}"))
        .isEqualTo(47001);
    assertThat(raw.errcode("/card/update", start + "}")).isEqualTo(41011);
    assertThat(raw.errcode("/card/update", start + ",\"groupon\":null}")).isEqualTo(41011);
    assertThat(raw.errcode("/card/update", start + ",\"groupon\":{\"base_info\":7}}"))
        .isEqualTo(47001);
    raw.done("/card/update", start + ",\"groupon\":{}}");
  }

  @Test
  void the_points_of_a_beginning_do_not_change() {
    String cardId = raw.create(Members.card());
    String rule = "{\"card_id\":\"%s\",\"member_card\":{\"bonus_rule\":{\"%s\":7}}}";
    assertThat(raw.errcode("/card/update", rule.formatted(cardId, "init_increase_bonus")))
        .isEqualTo(47001);
    raw.done("/card/update", rule.formatted(cardId, "increase_bonus"));
  }

  @Test
  void what_nobody_saw_changed_is_changed_but_by_a_strict_account() {
    String change = "\"use_limit\":3,\"sub_title\":\"新\"";
    String cardId = raw.create(Definitions.groupon());
    raw.done("/card/update", update(cardId, change));
    assertThat(base(cardId).path("use_limit").asInt()).isEqualTo(3);
    assertThat(base(cardId).path("sub_title").asText()).isEqualTo("新");
    raw.done(
        "/card/update", "{\"card_id\":\"" + cardId + "\",\"groupon\":{\"deal_detail\":\"x\"}}");
    raw.done("/card/update", update(cardId, "\"nobody_knows\":1"));

    try (RawSandbox strict = RawSandbox.inMemory(new AccountPolicy(true, Set.of(), false))) {
      String other = strict.create(Definitions.groupon());
      assertThat(strict.errcode("/card/update", update(other, change))).isEqualTo(47001);
      assertThat(strict.errcode("/card/update", update(other, "\"nobody_knows\":1")))
          .isEqualTo(47001);
      strict.done("/card/update", update(other, "\"service_phone\":\"10086\""));
    }
  }

  @Test
  void only_a_card_that_is_there_changes() {
    String cardId = raw.create(Definitions.groupon());
    assertThat(raw.errcode("/card/update", update("pNothing", ""))).isEqualTo(40073);
    assertThat(raw.errcode("/card/update", "{\"groupon\":{}}")).isEqualTo(41012);
    raw.done("/card/delete", RawSandbox.body("card_id", cardId));
    assertThat(raw.errcode("/card/update", update(cardId, "\"title\":\"新\""))).isEqualTo(40078);
  }

  @Test
  void an_account_whose_reviews_pass_is_approved_again_at_once(@TempDir Path folder) {
    Path db = folder.resolve("sandbox.db");
    try (RawSandbox quick = RawSandbox.on(db, 1, new AccountPolicy(false, Set.of(), true))) {
      String cardId = quick.create(Definitions.groupon());
      JsonNode answer = quick.done("/card/update", update(cardId, "\"title\":\"新标题\""));

      assertThat(answer.path("send_check").asBoolean()).isTrue();
      assertThat(new DatabaseRows(db).events("card_pass_check")).hasSize(2);
      assertThat(quick.scan(quick.ticket(cardId), "anybody").path("errcode").asInt()).isZero();
    }
  }

  @Test
  void rights_and_strictness_hold_for_what_changes() {
    AccountPolicy poor = new AccountPolicy(true, Set.of(AccountRight.CUSTOM_URL), false);
    try (RawSandbox strict = RawSandbox.inMemory(poor)) {
      String cardId = strict.create(Definitions.groupon());
      assertThat(strict.errcode("/card/update", update(cardId, "\"custom_url\":\"a.cn\"")))
          .isEqualTo(43012);
      assertThat(strict.errcode("/card/update", update(cardId, "\"center_url\":\"a.cn\"")))
          .isEqualTo(73211);
      strict.done("/card/update", update(cardId, "\"service_phone\":\"a.cn\""));
    }
  }

  private String approved(String definition) {
    String cardId = raw.create(definition);
    raw.approve(cardId);
    return cardId;
  }

  private JsonNode base(String cardId) {
    return raw.done("/card/get", RawSandbox.body("card_id", cardId)).at("/card/groupon/base_info");
  }

  private static String update(String cardId, String change) {
    return "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{%s}}}".formatted(cardId, change);
  }
}
