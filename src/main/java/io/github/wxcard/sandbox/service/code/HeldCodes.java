package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.CodeTable.CodeStatus;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The codes that calls name, who has them, and what may be done with them. */
public final class HeldCodes {
  private static final Set<CodeStatus> USABLE = EnumSet.of(CodeStatus.NORMAL);

  private HeldCodes() {}

  /**
   * The code with the text {@code code}. There, a user sees one card and no text, so {@code
   * card_id} is asked for only when several cards have a code of that text.
   */
  public static Code named(Transaction tx, CallInput input) {
    String text = input.need("code", 41013);
    Optional<String> cardId = input.text("card_id");
    List<Code> found =
        tx.codes().withText(text).stream()
            .filter(code -> code.status() != CodeStatus.GIFT_SUCC)
            .filter(code -> cardId.isEmpty() || cardId.get().equals(code.cardId()))
            .toList();
    if (found.isEmpty()) {
      throw new ApiException(
          40056, "nobody holds this code" + (cardId.isEmpty() ? "" : " of this card"));
    }
    if (found.size() > 1) {
      throw new ApiException(
          40056, found.size() + " cards have a code " + text + ", so card_id must be given");
    }
    return found.get(0);
  }

  /** The same, in the hand of the person whom a field names. */
  public static Code of(Transaction tx, CallInput input, String field) {
    Person person = person(tx, input, field);
    Code code = named(tx, input);
    if (!code.openid().equals(person.openid())) {
      throw new ApiException(40056, person.name() + " does not hold this code");
    }
    return code;
  }

  public static Person person(Transaction tx, CallInput input, String field) {
    return UserDirectory.named(tx, input.need(field, 41009));
  }

  /** Refuses a code that does not stand where something can be done with it. */
  public static void demand(Transaction tx, Code code, Set<CodeStatus> wanted) {
    CodeStatus status = CodeService.statusNow(tx, code);
    if (!wanted.contains(status)) {
      throw new ApiException(40127, "the code's status is " + status);
    }
  }

  /** The {@code base_info} of a code's card, a deleted card's too. */
  public static JsonNode baseInfo(Transaction tx, Code code) {
    return CardService.existing(tx, code.cardId()).definition().path("base_info");
  }

  /** A code as it stands after a change. */
  public static Code again(Transaction tx, Code code) {
    return tx.codes().find(code.code(), code.cardId()).orElseThrow();
  }

  /** A code as answers show it: {@code card_id, code, openid}. */
  public static ObjectNode shown(Code code) {
    return Json.object()
        .put("card_id", code.cardId())
        .put("code", code.code())
        .put("openid", code.openid());
  }

  /** The same with its {@code user_card_status}. */
  public static ObjectNode shown(Transaction tx, Code code) {
    return shown(code).put("user_card_status", CodeService.statusNow(tx, code).name());
  }

  /** The code a call names: of a card of this type, and neither ended nor gone. */
  public static Code usable(Transaction tx, CallInput input, String cardType) {
    Code code = CodeService.held(tx, input);
    checkType(tx, code.cardId(), cardType);
    demand(tx, code, USABLE);
    return code;
  }

  /** The card with this id, or the refusal for a card of another type. */
  public static Card checkType(Transaction tx, String cardId, String cardType) {
    Card card = CardService.existing(tx, cardId);
    if (!card.type().equals(cardType)) {
      throw new ApiException(45030, "the card is a " + card.type() + ", not a " + cardType);
    }
    return card;
  }
}
