package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.merchant.SubmerchantService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CardStatus;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.util.Locale;

/** Cards: made, looked at, deleted. */
public final class CardService {
  private static final long DEFAULT_LIMIT = 50;
  private static final String DEPOSIT = "GET_CUSTOM_CODE_MODE_DEPOSIT";

  private final IdGenerator ids;
  private final AccountPolicy policy;
  private final CardPermissions account;
  private final ReviewService reviews;

  public CardService(IdGenerator ids, AccountPolicy policy) {
    this.ids = ids;
    this.policy = policy;
    this.account = new CardPermissions(policy);
    this.reviews = new ReviewService(policy);
  }

  /** {@code POST /card/create}: checks a definition, keeps it and hands it in for review. */
  public ObjectNode create(Transaction tx, CallInput input) {
    JsonNode body =
        CardValidator.check(
            input.body(),
            Instant.ofEpochSecond(tx.now()),
            url -> ImageService.isUploaded(tx, url),
            policy.strict());
    String type = body.at("/card/card_type").asText();
    JsonNode definition = body.path("card").path(innerKey(type));
    account.checkNew(type, definition);
    SubmerchantService.checkIssuer(tx, definition);
    Card card = card(type, definition, tx.now());
    tx.cards().add(card);
    reviews.submit(tx, card.id());
    return Json.object().put("card_id", card.id());
  }

  /** {@code POST /card/get}: the definition with what became of it. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    Card card = existing(tx, input.need("card_id", 41012));
    return Json.object().set("card", CardView.of(card));
  }

  /** {@code POST /card/delete}: nobody can claim it any more; codes already held stay good. */
  public static ObjectNode delete(Transaction tx, CallInput input) {
    Card card = existing(tx, input.need("card_id", 41012));
    tx.cards().setStatus(card.id(), CardStatus.DELETE, tx.now());
    return Json.object();
  }

  /** {@code GET /card/getcolors}: definitions give the name, answers the value. */
  public static ObjectNode colors(Transaction tx, CallInput input) {
    ArrayNode colors = Json.array();
    CardSchema.standard()
        .colors()
        .forEach((name, value) -> colors.addObject().put("name", name).put("value", value));
    return Json.object().set("colors", colors);
  }

  public static Card existing(Transaction tx, String id) {
    return tx.cards().find(id).orElseThrow(() -> new ApiException(40073, "there is no card " + id));
  }

  public static Card living(Transaction tx, String id) {
    Card card = existing(tx, id);
    if (card.status() == CardStatus.DELETE) {
      throw new ApiException(40078, "the card is deleted");
    }
    return card;
  }

  /** Refuses a deleted card where the answer is as for one that never was. */
  public static void refuseDeleted(Card card) {
    if (card.status() == CardStatus.DELETE) {
      throw new ApiException(40073, "the card is deleted");
    }
  }

  public static void refuseRejected(Card card) {
    if (card.status() == CardStatus.VERIFY_FAIL) {
      throw new ApiException(40078, "the card was rejected");
    }
  }

  /** The key that holds a card of this type, the type in lower case. */
  public static String innerKey(String type) {
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
        getLimit(base),
        useLimit(base),
        now,
        now);
  }

  /** How many of the card one person may receive. */
  public static long getLimit(JsonNode base) {
    return base.path("get_limit").asLong(DEFAULT_LIMIT);
  }

  /** How many of the card one person may redeem. */
  static long useLimit(JsonNode base) {
    return base.path("use_limit").asLong(DEFAULT_LIMIT);
  }

  private static CodeSource codeSource(JsonNode base) {
    if (!base.path("use_custom_code").asBoolean()) {
      return CodeSource.WECHAT;
    }
    boolean deposit = base.path("get_custom_code_mode").asText().equals(DEPOSIT);
    return deposit ? CodeSource.DEPOSIT : CodeSource.MERCHANT;
  }
}
