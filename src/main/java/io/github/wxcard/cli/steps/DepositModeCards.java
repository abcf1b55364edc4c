package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.Collection;
import java.util.List;

/** Which cards hand out imported codes at random, so that a QR code can name none of them. */
final class DepositModeCards {
  private static final String MODE = "get_custom_code_mode";
  private static final String DEPOSIT = "GET_CUSTOM_CODE_MODE_DEPOSIT";

  private DepositModeCards() {}

  /** Those of some cards for which that can be found out. */
  static List<String> among(WeChat weChat, Collection<String> cardIds) {
    return cardIds.stream().distinct().filter(id -> isOf(weChat, id)).toList();
  }

  private static boolean isOf(WeChat weChat, String cardId) {
    try {
      JsonNode base = baseInfo(weChat.card(cardId));
      boolean custom = base.path("use_custom_code").asBoolean();
      // Real accounts may leave the mode out, and then the codes are counted.
      return base.path(MODE).asText().equals(DEPOSIT)
          || (custom && !weChat.target().isSandbox() && count(weChat, cardId) > 0);
    } catch (Failure unknown) {
      return false;
    }
  }

  private static long count(WeChat weChat, String cardId) {
    JsonNode body = Json.object().put("card_id", cardId);
    return weChat
        .post("/card/code/getdepositcount", body, Idempotency.IDEMPOTENT)
        .path("count")
        .asLong();
  }

  private static JsonNode baseInfo(JsonNode card) {
    return card.findPath("base_info");
  }
}
