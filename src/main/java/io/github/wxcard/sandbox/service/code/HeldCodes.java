package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.People;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.CardView;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeStatus;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Tx;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The codes that calls name, who has them, and what may be done with them. */
public final class HeldCodes {
  private static final int NOT_HELD = 40056;
  private static final int INVALID_STATUS = 40127;

  private static final int NOT_SUPPORTED = 45030;
  private static final Set<CodeStatus> USABLE = EnumSet.of(CodeStatus.NORMAL);

  private HeldCodes() {}

  /**
   * The code with the text {@code code}. There, a user sees one card and no text, so {@code
   * card_id} is asked for only when several cards have a code of that text.
   */
  public static Code named(Tx tx, Input input) {
    String text = input.need("code", 41013);
    Optional<String> cardId = input.text("card_id");
    List<Code> found =
        tx.codes().withText(text).stream()
            .filter(code -> code.status() != CodeStatus.GIFT_SUCC)
            .filter(code -> cardId.isEmpty() || cardId.get().equals(code.cardId()))
            .toList();
    if (found.isEmpty()) {
      throw new Refusal(
          NOT_HELD, "nobody holds this code" + (cardId.isEmpty() ? "" : " of this card"));
    }
    if (found.size() > 1) {
      throw new Refusal(
          NOT_HELD, found.size() + " cards have a code " + text + ", so card_id must be given");
    }
    return found.get(0);
  }

  /** The same, in the hand of the person whom a field names. */
  public static Code of(Tx tx, Input input, String field) {
    Person person = person(tx, input, field);
    Code code = named(tx, input);
    if (!code.openid().equals(person.openid())) {
      throw new Refusal(NOT_HELD, person.name() + " does not hold this code");
    }
    return code;
  }

  /** The person whom a field names. */
  public static Person person(Tx tx, Input input, String field) {
    return People.named(tx, input.need(field, 41009));
  }

  /** Refuses a code that does not stand where something can be done with it. */
  public static void demand(Tx tx, Code code, Set<CodeStatus> wanted) {
    CodeStatus status = Codes.statusNow(tx, code);
    if (!wanted.contains(status)) {
      throw new Refusal(INVALID_STATUS, "the code's status is " + status);
    }
  }

  /** The {@code base_info} of a code's card, a deleted card's too. */
  public static JsonNode baseInfo(Tx tx, Code code) {
    return CardView.definition(Cards.existing(tx, code.cardId())).path("base_info");
  }

  /** A code as it stands after a change. */
  public static Code again(Tx tx, Code code) {
    return tx.codes().find(code.code(), code.cardId()).orElseThrow();
  }

  /** A code as answers show it: {@code card_id, code, openid, user_card_status}. */
  public static ObjectNode shown(Tx tx, Code code) {
    ObjectNode answer = Json.object();
    answer.put("card_id", code.cardId());
    answer.put("code", code.code());
    answer.put("openid", code.openid());
    return answer.put("user_card_status", Codes.statusNow(tx, code).name());
  }

  /** The code a call names: of a card of this type, and neither ended nor gone. */
  public static Code usable(Tx tx, Input input, String cardType) {
    Code code = Codes.held(tx, input);
    checkType(tx, code.cardId(), cardType);
    demand(tx, code, USABLE);
    return code;
  }

  /** The card with this id, or the refusal for a card of another type. */
  public static Card checkType(Tx tx, String cardId, String cardType) {
    Card card = Cards.existing(tx, cardId);
    if (!card.type().equals(cardType)) {
      throw new Refusal(NOT_SUPPORTED, "the card is a " + card.type() + ", not a " + cardType);
    }
    return card;
  }
}
