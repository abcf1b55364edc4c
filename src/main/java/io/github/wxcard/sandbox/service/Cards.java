package io.github.wxcard.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeSource;
import io.github.wxcard.sandbox.store.Tx;
import java.time.Instant;
import java.util.Locale;

/** Cards: made, looked at, approved. */
public final class Cards {
  private static final long DEFAULT_LIMIT = 50;
  private static final String DEPOSIT = "GET_CUSTOM_CODE_MODE_DEPOSIT";

  private final Ids ids;

  Cards(Ids ids) {
    this.ids = ids;
  }

  /** {@code POST /card/create}: checks a definition and keeps it, unapproved. */
  public ObjectNode create(Tx tx, Input input) {
    JsonNode body = input.body();
    CardRules.check(body, Instant.ofEpochSecond(tx.now()), url -> Images.isUploaded(tx, url));
    String type = body.at("/card/card_type").asText();
    SubMerchants.checkIssuer(tx, body.path("card").path(innerKey(type)));
    Card card = card(type, body.path("card").path(innerKey(type)), tx.now());
    tx.cards().add(card);
    return Json.object().put("card_id", card.id());
  }

  /** {@code POST /card/get}: the definition with what became of it. */
  public static ObjectNode get(Tx tx, Input input) {
    Card card = existing(tx, input.need("card_id", 41012));
    return Json.object().set("card", CardView.of(card));
  }

  /** {@code POST /sandbox/approve}: what WeChat's reviewers do, and never for a test account. */
  public static ObjectNode approve(Tx tx, Input input) {
    Card card = existing(tx, input.need("card_id", 41012));
    if (card.status() == CardStatus.DELETE) {
      throw new Refusal(40078, "the card is deleted");
    }
    if (!card.status().isApproved()) {
      tx.cards().setStatus(card.id(), CardStatus.VERIFY_OK, tx.now());
    }
    return Json.object().put("card_id", card.id());
  }

  /** {@code POST /card/delete}: nobody can claim it any more; codes already held stay good. */
  public static ObjectNode delete(Tx tx, Input input) {
    Card card = existing(tx, input.need("card_id", 41012));
    tx.cards().setStatus(card.id(), CardStatus.DELETE, tx.now());
    return Json.object();
  }

  static Card existing(Tx tx, String id) {
    return tx.cards().find(id).orElseThrow(() -> new Refusal(40073, "there is no card " + id));
  }

  /** The key that holds a card of this type, the type in lower case. */
  static String innerKey(String type) {
    return type.toLowerCase(Locale.ROOT);
  }

  private Card card(String type, JsonNode definition, long now) {
    JsonNode base = definition.path("base_info");
    long quantity = base.at("/sku/quantity").asLong();
    return new Card(
        ids.cardId(),
        type,
        CardStatus.NOT_VERIFY,
        Json.write(definition),
        quantity,
        quantity,
        codeSource(base),
        base.path("bind_openid").asBoolean(),
        base.path("get_limit").asLong(DEFAULT_LIMIT),
        base.path("use_limit").asLong(DEFAULT_LIMIT),
        now,
        now);
  }

  private static CodeSource codeSource(JsonNode base) {
    if (!base.path("use_custom_code").asBoolean()) {
      return CodeSource.WECHAT;
    }
    boolean deposit = base.path("get_custom_code_mode").asText().equals(DEPOSIT);
    return deposit ? CodeSource.DEPOSIT : CodeSource.MERCHANT;
  }
}
