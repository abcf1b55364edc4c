package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardRule;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.Field;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.BodyValidator;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;

/** Changing a card that exists. */
public final class CardUpdateService {
  private final AccountPolicy policy;
  private final CardPermissions account;
  private final ReviewService reviews;

  public CardUpdateService(AccountPolicy policy) {
    this.policy = policy;
    this.account = new CardPermissions(policy);
    this.reviews = new ReviewService(policy);
  }

  /**
   * {@code POST /card/update}: answers {@code send_check}, whether the card is in review again.
   * Codes that are held already show the change at once.
   */
  public ObjectNode update(Transaction tx, CallInput input) {
    Card card = CardService.living(tx, input.need("card_id", 41012));
    JsonNode given = given(input.body(), card.type());
    checkValues(tx, card.type(), given);
    ObjectNode old = card.definition();
    CardDefinitionUpdate change = CardDefinitionUpdate.of(card, given, tx.now(), policy.strict());
    checkRules(card.type(), old, change.definition(), Instant.ofEpochSecond(tx.now()));
    account.checkContent(card.type(), change.changed());
    CardCellService.checkUpdate(tx, card, change.changed().path("base_info"));
    keep(tx, card, old, change);
    return Json.object().put("send_check", change.isReviewed());
  }

  private void keep(Transaction tx, Card card, JsonNode old, CardDefinitionUpdate change) {
    JsonNode base = change.definition().path("base_info");
    String text = Json.write(change.definition());
    tx.cards()
        .redefine(
            card.id(), text, CardService.getLimit(base), CardService.useLimit(base), tx.now());
    if (change.movesDates()) {
      ValidityPeriod validity = ValidityPeriod.of(base.path("date_info"), tx.now());
      ValidityPeriod before = ValidityPeriod.of(old.at("/base_info/date_info"), tx.now());
      tx.codes().beginEarlier(card.id(), before.begin(), validity.begin());
      tx.codes().endLater(card.id(), before.end(), validity.end());
    }
    if (change.isReviewed()) {
      reviews.submit(tx, card.id());
    }
  }

  private JsonNode given(JsonNode body, String type) {
    CardSchema schema = CardSchema.standard();
    String key = CardService.innerKey(type);
    JsonNode given =
        BodyValidator.ofUpdate(schema.update(type), schema.names(), policy.strict())
            .read(body)
            .path(key);
    if (given.isMissingNode()) {
      throw CallInput.missing(body, key, 41011);
    }
    return given;
  }

  /** Holds every value that is given against the limits it had at creation. */
  private static void checkValues(Transaction tx, String type, JsonNode given) {
    Field inner = CardSchema.standard().inner(type).orElseThrow();
    FieldValidator rules = new FieldValidator(url -> ImageService.isUploaded(tx, url));
    String key = CardService.innerKey(type);
    ObjectNode beside = given.deepCopy();
    JsonNode base = beside.remove("base_info");
    if (base != null) {
      rules.members(key + ".base_info", base, inner.properties().get("base_info"));
    }
    rules.members(key, beside, inner);
  }

  /** What was wrong before, such as an end that has passed since, is no fault of the update. */
  private static void checkRules(String type, JsonNode old, JsonNode changed, Instant now) {
    for (CardRule rule : CardSchema.standard().rules()) {
      if (rule.errcode().isPresent()
          && rule.broken(type, changed, now)
          && !rule.broken(type, old, now)) {
        throw CardValidator.refusal(rule, "/" + CardService.innerKey(type));
      }
    }
  }
}
