package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Card definitions to start from. */
final class Definitions {
  private Definitions() {}

  /** A group-buying card of fifteen days. */
  static String groupon() {
    return groupon(base -> {});
  }

  /** The same with changes to its {@code base_info}. */
  static String groupon(Consumer<ObjectNode> change) {
    JsonNode tree =
        json(
            """
            {"card": {"card_type": "GROUPON", "groupon": {
              "base_info": {
                "logo_url": "http://mmbiz.qpic.cn/mmbiz/logo/0",
                "brand_name": "火锅店",
                "code_type": "CODE_TYPE_TEXT",
                "title": "双人套餐",
                "color": "Color010",
                "notice": "请出示二维码",
                "description": "一行\\n两行",
                "date_info": {"type": "DATE_TYPE_FIX_TERM", "fixed_term": 15, "fixed_begin_term": 0},
                "sku": {"quantity": 100},
                "get_limit": 3
              },
              "deal_detail": "锅底一份"
            }}}
            """);
    change.accept((ObjectNode) tree.at("/card/groupon/base_info"));
    return Json.write(tree);
  }

  /** The same with codes that the merchant imports first. */
  static String deposit() {
    return groupon(
        base -> {
          base.put("use_custom_code", true);
          base.put("get_custom_code_mode", "GET_CUSTOM_CODE_MODE_DEPOSIT");
          base.withObject("/sku").put("quantity", 0);
        });
  }

  static JsonNode json(String text) {
    try {
      return Json.read(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
