package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;
import java.util.Set;

/** Messages that carry a card to one person, and what all messages have in common. */
public final class MessageService {
  private static final String KIND = "message";
  private static final long FIRST_ID = 1_000_000_001L;

  private static final int MOST_REPLIES = 20;
  private static final long REPLY_SECONDS = 48 * 3600;
  private static final String REPLIES = "reply_window";

  /** What a user does; the other events tell what the merchant or WeChat did. */
  private static final Set<EventKind> ACTIONS =
      Set.of(
          EventKind.USER_GET_CARD,
          EventKind.USER_GIFTING_CARD,
          EventKind.USER_DEL_CARD,
          EventKind.USER_VIEW_CARD,
          EventKind.USER_ENTER_SESSION_FROM_CARD,
          EventKind.USER_PAY_FROM_PAY_CELL,
          EventKind.SUBMIT_MEMBERCARD_USER_INFO);

  private MessageService() {}

  /** {@code POST /cgi-bin/message/custom/send}: to somebody who did something lately. */
  public static ObjectNode toOne(Transaction tx, CallInput input) {
    Person person = UserDirectory.known(tx, input.need("touser", 41009));
    String cardId = signedCard(tx, input);
    countReply(tx, person);
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

  /**
   * Counts a message to somebody, or refuses one that comes too late or too often after what that
   * person did last. The account hears of that by an event. Nobody can chat here, so who did
   * nothing yet counts as a follower since the first mention: the account may write then too.
   */
  private static void countReply(Transaction tx, Person person) {
    Optional<Event> last =
        tx.events().newestOf(person.openid(), ACTIONS.stream().map(EventKind::wireName).toList());
    long acted = last.map(Event::created).orElseGet(() -> tx.people().since(person.openid()));
    if (tx.now() - acted > REPLY_SECONDS) {
      throw new ApiException(45015, person.name() + " did nothing since " + acted + ", 48 h ago");
    }
    long action = last.map(Event::id).orElse(0L);
    int sent =
        tx.documents()
            .find(REPLIES, person.openid())
            .map(Document::body)
            .filter(window -> window.path("action").asLong() == action)
            .map(window -> window.path("sent").asInt())
            .orElse(0);
    if (sent >= MOST_REPLIES) {
      throw new ApiException(
          45047, person.name() + " got " + sent + " messages and did nothing since");
    }
    tx.documents()
        .put(
            REPLIES,
            person.openid(),
            Json.object().put("action", action).put("sent", sent + 1),
            tx.now());
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
