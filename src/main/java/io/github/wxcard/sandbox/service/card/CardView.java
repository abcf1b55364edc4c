package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.CouponTypes;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.SandboxAccount;
import io.github.wxcard.sandbox.store.CardTable.Card;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A card as {@code /card/get} shows it: the definition in WeChat's order, and the state beside. */
public final class CardView {
  /** What an answer has of {@code advanced_info} in any case, in its order. */
  private static final List<String> ADVANCED =
      List.of(
          "time_limit",
          "text_image_list",
          "share_friends",
          "business_service",
          "consume_share_card_list");

  private static final String SHARE_FRIENDS = "share_friends";
  private static final String GENERAL_CARD = "GENERAL_CARD";

  /** One stands before the type's own fields, the other after them. */
  private static final Set<String> PLACED = Set.of("base_info", "advanced_info");

  private static final String[] GENERAL_CARD_ORDER = {
    "supply_bonus",
    "supply_balance",
    "init_balance",
    "prerogative",
    "auto_activate",
    "custom_field1",
    "custom_field2",
    "sub_card_type",
    "background_pic_url"
  };

  /** Of {@code base_info}, what stands between the times and the account. */
  private static final String[] ENTRIES_ORDER = {
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
    "center_url"
  };

  private CardView() {}

  public static ObjectNode of(Card card) {
    ObjectNode definition = card.definition();
    ObjectNode inner = Json.object();
    inner.set("base_info", baseInfo(card, definition.path("base_info")));
    boolean generalCard = card.type().equals(GENERAL_CARD);
    if (generalCard) {
      copy(definition, inner, GENERAL_CARD_ORDER);
    }
    copyRest(definition, inner, PLACED);
    if (CouponTypes.include(card.type()) || generalCard || definition.hasNonNull("advanced_info")) {
      inner.set("advanced_info", advancedInfo(definition.path("advanced_info")));
    }
    ObjectNode view = Json.object();
    view.put("card_type", card.type());
    view.set(CardService.innerKey(card.type()), inner);
    return view;
  }

  private static ObjectNode baseInfo(Card card, JsonNode sent) {
    ObjectNode shown = Json.object();
    shown.put("id", card.id());
    copy(sent, shown, "logo_url", "code_type", "brand_name", "title", "sub_title");
    shown.set("date_info", dateInfo(sent.path("date_info")));
    String color = sent.path("color").asText();
    shown.put("color", CardSchema.standard().colors().getOrDefault(color, color));
    copy(sent, shown, "notice", "service_phone", "description");
    JsonNode places = sent.path("location_id_list");
    shown.set("location_id_list", places.isArray() ? places : Json.array());
    shown.put("get_limit", card.getLimit());
    shown.put("can_share", sent.path("can_share").asBoolean(true));
    shown.put("can_give_friend", sent.path("can_give_friend").asBoolean(true));
    shown.put("use_custom_code", card.codeSource().isMerchants());
    shown.put("status", card.status().wireName());
    ObjectNode stock = shown.putObject("sku");
    stock.put("quantity", card.quantity());
    stock.put("total_quantity", card.totalQuantity());
    shown.put("create_time", card.created());
    shown.put("update_time", card.updated());
    copy(sent, shown, ENTRIES_ORDER);
    shown.set("area_code_list", Json.array());
    copy(sent, shown, "giftcard_info", "max_give_friend_times");
    shown.put("use_limit", card.useLimit());
    shown.put("bind_openid", card.bindOpenid());
    shown.put("appid", SandboxAccount.APP_ID);
    copyRest(sent, shown, Set.of());
    return shown;
  }

  private static ObjectNode dateInfo(JsonNode sent) {
    ObjectNode shown = Json.object();
    shown.put("type", ValidityPeriod.dateType(sent));
    copy(sent, shown, "begin_timestamp", "end_timestamp", "fixed_term", "fixed_begin_term");
    return shown;
  }

  private static ObjectNode advancedInfo(JsonNode sent) {
    ObjectNode shown = Json.object();
    copyRest(sent, shown, ADVANCED);
    for (String name : ADVANCED) {
      boolean flag = name.equals(SHARE_FRIENDS);
      JsonNode unset = flag ? BooleanNode.FALSE : Json.array();
      shown.set(name, sent.hasNonNull(name) ? sent.path(name) : unset);
    }
    return shown;
  }

  /** What is not shown yet, and not left out. */
  private static void copyRest(JsonNode from, ObjectNode to, Collection<String> leftOut) {
    for (Map.Entry<String, JsonNode> field : from.properties()) {
      String name = field.getKey();
      if (!leftOut.contains(name) && !to.has(name) && !field.getValue().isNull()) {
        to.set(name, field.getValue());
      }
    }
  }

  private static void copy(JsonNode from, ObjectNode to, String... names) {
    for (String name : names) {
      if (from.hasNonNull(name)) {
        to.set(name, from.path(name));
      }
    }
  }
}
