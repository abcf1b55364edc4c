package io.github.wxcard.sandbox.service.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.CardRule;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.card.Field;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.BodyShape;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Missing;
import io.github.wxcard.sandbox.service.base.Policy;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.Tx;
import java.time.Instant;

/** Changing a card that exists. */
public final class CardUpdates {
  private static final int MISSING_FIELD = 41011;

  private final Policy policy;
  private final AccountRules account;
  private final Reviews reviews;

  public CardUpdates(Policy policy) {
    this.policy = policy;
    this.account = new AccountRules(policy);
    this.reviews = new Reviews(policy);
  }

  /**
   * {@code POST /card/update}: answers {@code send_check}, whether the card is in review again.
   * Codes that are held already show the change at once.
   */
  public ObjectNode update(Tx tx, Input input) {
    Card card = Cards.living(tx, input.need("card_id", 41012));
    JsonNode given = given(input.body(), card.type());
    checkValues(tx, card.type(), given);
    ObjectNode old = CardView.definition(card);
    CardChange change = CardChange.of(card, given, tx.now(), policy.strict());
    checkRules(card.type(), old, change.definition(), Instant.ofEpochSecond(tx.now()));
    account.checkContent(card.type(), change.changed());
    Cells.checkUpdate(tx, card, change.changed().path("base_info"));
    keep(tx, card, old, change);
    return Json.object().put("send_check", change.isReviewed());
  }

  private void keep(Tx tx, Card card, JsonNode old, CardChange change) {
    JsonNode base = change.definition().path("base_info");
    String text = Json.write(change.definition());
    tx.cards().redefine(card.id(), text, Cards.getLimit(base), Cards.useLimit(base), tx.now());
    if (change.movesDates()) {
      Validity validity = Validity.of(base.path("date_info"), tx.now());
      Validity before = Validity.of(old.at("/base_info/date_info"), tx.now());
      tx.codes().beginEarlier(card.id(), before.begin(), validity.begin());
      tx.codes().endLater(card.id(), before.end(), validity.end());
    }
    if (change.isReviewed()) {
      reviews.submit(tx, card.id());
    }
  }

  private JsonNode given(JsonNode body, String type) {
    CardSchema schema = CardSchema.standard();
    String key = Cards.innerKey(type);
    JsonNode given =
        BodyShape.ofUpdate(schema.update(type), schema.names(), policy.strict())
            .read(body)
            .path(key);
    if (given.isMissingNode()) {
      throw Missing.field(body, key, MISSING_FIELD);
    }
    return given;
  }

  /** Holds every value that is given against the limits it had at creation. */
  private static void checkValues(Tx tx, String type, JsonNode given) {
    Field inner = CardSchema.standard().inner(type).orElseThrow();
    FieldRules rules = new FieldRules(url -> Images.isUploaded(tx, url));
    String key = Cards.innerKey(type);
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
        throw CardRules.refusal(rule, "/" + Cards.innerKey(type));
      }
    }
  }
}
