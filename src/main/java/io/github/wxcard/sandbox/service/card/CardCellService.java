package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.OpenCells;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;

/**
 * The cells by which a holder pays, or redeems without the staff. Any type of card may have one;
 * the two and the centre button exclude each other.
 */
public record CardCellService(AccountPolicy policy) {
  private static final List<String> CENTER_BUTTON =
      List.of("center_title", "center_sub_title", "center_url", "center_app_brand_user_name");

  /** {@code POST /card/paycell/set}. */
  public ObjectNode setPay(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    boolean open = input.needFlag("is_open", 41011);
    boolean other = tx.cards().cells(card.id()).selfConsume();
    if (open) {
      checkShops(card);
      checkOpening(card, other);
    }
    tx.cards().setCells(card.id(), new OpenCells(open, other), tx.now());
    return Json.object();
  }

  /**
   * {@code POST /card/selfconsumecell/set}; the final e of need_verify_cod is missing at WeChat.
   */
  public ObjectNode setSelfConsume(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    boolean open = input.needFlag("is_open", 41011);
    input.flag("need_verify_cod", false);
    input.flag("need_remark_amount", false);
    boolean other = tx.cards().cells(card.id()).pay();
    if (open) {
      checkOpening(card, other);
    }
    tx.cards().setCells(card.id(), new OpenCells(other, open), tx.now());
    return Json.object();
  }

  /** Refuses a centre button on a card with an open cell. */
  public static void checkUpdate(Transaction tx, Card card, JsonNode changedBase) {
    OpenCells cells = tx.cards().cells(card.id());
    if ((cells.pay() || cells.selfConsume()) && hasCenterButton(changedBase)) {
      throw new ApiException(
          40145,
          "the centre button and the open %s cell exclude each other"
              .formatted(cells.pay() ? "pay" : "self-consume"));
    }
  }

  /** Only paying needs a shop; a holder redeems without one too. */
  private static void checkShops(Card card) {
    JsonNode base = card.definition().path("base_info");
    if (base.path("location_id_list").isEmpty() && !base.path("use_all_locations").asBoolean()) {
      throw new ApiException(43017, "neither location_id_list nor use_all_locations names a shop");
    }
  }

  private void checkOpening(Card card, boolean otherOpen) {
    policy.demand(AccountRight.PAY);
    if (otherOpen) {
      throw new ApiException(45046, "the pay cell and the self-consume cell exclude each other");
    }
    if (hasCenterButton(card.definition().path("base_info"))) {
      throw new ApiException(45046, "the card has a centre button");
    }
  }

  private static boolean hasCenterButton(JsonNode base) {
    return CENTER_BUTTON.stream().anyMatch(name -> !base.path(name).asText("").isEmpty());
  }
}
