package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;

/** Messages that carry a card to one person, and what all messages have in common. */
public final class MessageService {
  private static final String KIND = "message";
  private static final long FIRST_ID = 1_000_000_001L;

  private MessageService() {}

  /** {@code POST /cgi-bin/message/custom/send}: to somebody who did something lately. */
  public static ObjectNode toOne(Transaction tx, CallInput input) {
    Person person = UserDirectory.known(tx, input.need("touser", 41009));
    String cardId = signedCard(tx, input);
    ReplyWindow.use(tx, person);
    keep(tx, "custom", Json.array().add(person.openid()), cardId);
    return Json.object();
  }

  /** {@code POST /cgi-bin/message/mass/preview}: to one, by WeChat id or, without it, by openid. */
  public static ObjectNode preview(Transaction tx, CallInput input) {
    Person person =
        input
            .text("towxname")
            .map(name -> UserDirectory.named(tx, name))
            .orElseGet(() -> UserDirectory.known(tx, input.need("touser", 41009)));
    String cardId = signedCard(tx, input);
    return keep(tx, "preview", Json.array().add(person.openid()), cardId)
        .put("errmsg", "preview success");
  }

  /** {@code GET /sandbox/messages}: what was sent, the oldest first. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    ArrayNode messages = Json.array();
    for (Document message : tx.documents().all(KIND)) {
      messages.add(message.body().put("time", message.created()));
    }
    return Json.object().set("messages", messages);
  }

  /** Files a message; its {@code msg_id}. */
  static ObjectNode keep(Transaction tx, String call, JsonNode receivers, String cardId) {
    long id = FIRST_ID + tx.documents().count(KIND);
    ObjectNode message = Json.object().put("msg_id", id).put("call", call);
    message.set("to", receivers);
    message.put("card_id", cardId);
    tx.documents().put(KIND, Long.toString(id), message, tx.now());
    return Json.object().put("msg_id", id);
  }

  private static String signedCard(Transaction tx, CallInput input) {
    String cardId = card(tx, input);
    JsonNode card = input.body().path("wxcard");
    if (card.hasNonNull("card_ext")) {
      SignedCardExt.signed(tx, cardId, card.path("card_ext"));
    }
    return cardId;
  }

  /** The id of the card that a message carries. */
  static String card(Transaction tx, CallInput input) {
    String type = input.text("msgtype").orElse("");
    if (!type.equals("wxcard")) {
      throw new ApiException(40097, "msgtype is not wxcard, and no other message is played here");
    }
    JsonNode card = input.body().path("wxcard");
    return OfferRules.inMessage(tx, CallInput.need(card, "card_id", 41012)).id();
  }
}
