package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The order in which {@code /card/get} shows a card, as two captured answers have it. */
final class CardViewTest {
  @Injected private RawSandbox raw;

  @Test
  void base_info_has_wechats_order_whatever_the_order_it_was_sent_in() {
    ObjectNode sent = (ObjectNode) Samples.read("member-card.json").tree();
    ObjectNode base = (ObjectNode) sent.at("/card/member_card/base_info");
    base.put("center_url", "http://example.com/c")
        .put("center_sub_title", "s")
        .put("center_title", "t")
        .put("use_all_locations", true)
        .put("need_push_on_view", true)
        .put("promotion_app_brand_pass", "p")
        .put("promotion_app_brand_user_name", "gh_1@app")
        .put("promotion_url_name", "n")
        .put("promotion_url", "http://example.com/p")
        .put("custom_app_brand_pass", "p")
        .put("custom_app_brand_user_name", "gh_1@app")
        .put("custom_url_sub_title", "s")
        .put("custom_url", "http://example.com/u")
        .put("custom_url_name", "n")
        .put("service_phone", "020-1")
        .put("sub_title", "s")
        .put("source", "x");

    JsonNode shown = shown(sent).at("/member_card/base_info");

    assertThat(names(shown))
        .containsExactly(
            "id",
            "logo_url",
            "code_type",
            "brand_name",
            "title",
            "sub_title",
            "date_info",
            "color",
            "notice",
            "service_phone",
            "description",
            "location_id_list",
            "get_limit",
            "can_share",
            "can_give_friend",
            "use_custom_code",
            "status",
            "sku",
            "create_time",
            "update_time",
            "custom_url_name",
            "custom_url",
            "custom_url_sub_title",
            "custom_app_brand_user_name",
            "custom_app_brand_pass",
            "promotion_url",
            "promotion_url_name",
            "promotion_app_brand_user_name",
            "promotion_app_brand_pass",
            "need_push_on_view",
            "use_all_locations",
            "center_title",
            "center_sub_title",
            "center_url",
            "area_code_list",
            "use_limit",
            "bind_openid",
            "appid",
            "source");
    assertThat(shown.path("location_id_list")).isEqualTo(Json.array());
  }

  @Test
  void a_gift_card_goes_on_in_an_order_of_its_own() {
    ObjectNode sent = (ObjectNode) Definitions.json(Definitions.groupon());
    ObjectNode card = (ObjectNode) sent.get("card");
    ObjectNode base = (ObjectNode) card.remove("groupon").get("base_info");
    base.put("max_give_friend_times", 1).putObject("giftcard_info").put("price", 100);
    ObjectNode inner = card.put("card_type", "GENERAL_CARD").putObject("general_card");
    inner.put("background_pic_url", "http://mmbiz.qpic.cn/mmbiz/b/0");
    inner.put("sub_card_type", "GIFT_CARD");
    inner.putObject("custom_field2").put("name", "two");
    inner.putObject("custom_field1").put("name", "one");
    inner.put("auto_activate", true).put("prerogative", "p").put("init_balance", 100);
    inner.put("supply_balance", false).put("supply_bonus", false).set("base_info", base);

    JsonNode shown = shown(sent).path("general_card");

    assertThat(names(shown))
        .containsExactly(
            "base_info",
            "supply_bonus",
            "supply_balance",
            "init_balance",
            "prerogative",
            "auto_activate",
            "custom_field1",
            "custom_field2",
            "sub_card_type",
            "background_pic_url",
            "advanced_info");
    assertThat(names(shown.path("base_info")))
        .containsSubsequence("area_code_list", "giftcard_info", "max_give_friend_times", "appid");
    assertThat(shown.path("advanced_info"))
        .isEqualTo(
            Definitions.json(
                """
                {"time_limit": [], "text_image_list": [], "share_friends": false,
                 "business_service": [], "consume_share_card_list": []}
                """));
  }

  @Test
  void what_advanced_info_was_sent_with_stays() {
    ObjectNode sent = (ObjectNode) Definitions.json(Definitions.groupon());
    ((ObjectNode) sent.at("/card/groupon"))
        .putObject("advanced_info")
        .putArray("business_service")
        .add("BIZ_SERVICE_FREE_WIFI");

    JsonNode shown = shown(sent).at("/groupon/advanced_info");

    assertThat(shown.at("/business_service/0").asText()).isEqualTo("BIZ_SERVICE_FREE_WIFI");
    assertThat(shown.path("share_friends").asBoolean(true)).isFalse();
    assertThat(names(shown)).hasSize(5);
  }

  private JsonNode shown(JsonNode definition) {
    String cardId = raw.create(Json.write(definition));
    return raw.done("/card/get", "{\"card_id\": \"" + cardId + "\"}").path("card");
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
