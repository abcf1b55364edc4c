package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

final class CardServiceTest {
  @Injected private RawSandbox raw;

  @Test
  void a_card_id_has_wechats_shape() {
    assertThat(raw.create(Definitions.groupon())).startsWith("p").hasSize(28);
  }

  @Test
  void a_card_is_shown_in_wechats_order_with_its_state() {
    JsonNode card = get(raw.create(Definitions.groupon()));
    JsonNode base = card.at("/groupon/base_info");

    assertThat(card.path("card_type").asText()).isEqualTo("GROUPON");
    assertThat(card.at("/groupon/deal_detail").asText()).isEqualTo("锅底一份");
    assertThat(base.fieldNames())
        .toIterable()
        .startsWith(
            "id",
            "logo_url",
            "code_type",
            "brand_name",
            "title",
            "date_info",
            "color",
            "notice",
            "description",
            "location_id_list",
            "get_limit",
            "can_share",
            "can_give_friend",
            "use_custom_code",
            "status",
            "sku",
            "create_time",
            "update_time");
    assertThat(base.path("title").asText()).isEqualTo("双人套餐");
    assertThat(base.path("color").asText()).isEqualTo("#63b359");
    assertThat(base.path("status").asText()).isEqualTo("CARD_STATUS_NOT_VERIFY");
    assertThat(base.at("/sku/quantity").asInt()).isEqualTo(100);
    assertThat(base.at("/sku/total_quantity").asInt()).isEqualTo(100);
    assertThat(base.path("get_limit").asInt()).isEqualTo(3);
    assertThat(base.path("use_limit").asInt()).isEqualTo(50);
    assertThat(base.path("can_share").asBoolean()).isTrue();
    assertThat(card.at("/groupon/advanced_info/time_limit").isArray()).isTrue();
  }

  @Test
  void approval_is_shown() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");

    assertThat(get(cardId).at("/groupon/base_info/status").asText())
        .isEqualTo("CARD_STATUS_VERIFY_OK");
  }

  @Test
  void unknown_fields_come_back_and_null_ones_do_not() {
    JsonNode base =
        get(raw.create(
                Definitions.groupon(
                    definition -> {
                      definition.put("url_name_type", "URL_NAME_TYPE_RESERVATION");
                      definition.putNull("sub_title");
                    })))
            .at("/groupon/base_info");

    assertThat(base.path("url_name_type").asText()).isEqualTo("URL_NAME_TYPE_RESERVATION");
    assertThat(base.has("sub_title")).isFalse();
  }

  @Test
  void the_old_number_of_a_period_is_shown_as_its_name() {
    JsonNode base =
        get(raw.create(
                Definitions.groupon(
                    definition -> definition.withObject("/date_info").put("type", 2))))
            .at("/groupon/base_info");

    assertThat(base.at("/date_info/type").asText()).isEqualTo("DATE_TYPE_FIX_TERM");
    assertThat(base.at("/date_info/fixed_term").asInt()).isEqualTo(15);
  }

  @Test
  void a_faulty_definition_leaves_nothing_behind() {
    String faulty = Definitions.groupon(base -> base.put("title", "三".repeat(10)));

    assertThat(raw.errcode("/card/create", faulty)).isEqualTo(45021);
    assertThat(raw.get("/sandbox/status").path("cards").asInt(-1)).isZero();
  }

  @Test
  void a_logo_is_from_here_or_from_wechat() {
    assertThat(
            raw.errcode(
                "/card/create",
                Definitions.groupon(base -> base.put("logo_url", "http://example.com/logo.png"))))
        .isIn(40141, 52000);
    String madeUp = raw.sandbox.base() + "/mmbiz/nothing/0";
    assertThat(
            raw.errcode("/card/create", Definitions.groupon(base -> base.put("logo_url", madeUp))))
        .isIn(40141, 52000);
  }

  private JsonNode get(String cardId) {
    return raw.done("/card/get", "{\"card_id\": \"" + cardId + "\"}").path("card");
  }
}
