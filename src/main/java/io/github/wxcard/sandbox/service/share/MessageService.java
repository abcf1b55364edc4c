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
import java.util.List;
import java.util.Optional;

/** Messages that carry a card: to one person, to many, and to all. */
public final class MessageService {
  private static final String KIND = "message";
  private static final long FIRST_ID = 1_000_000_001L;
  private static final int FEWEST_RECEIVERS = 2;
  private static final int MOST_RECEIVERS = 10_000;

  private MessageService() {}

  /** {@code POST /cgi-bin/message/custom/send}: to somebody who did something lately. */
  public static ObjectNode toOne(Transaction tx, CallInput input) {
    Person person = known(tx, input.need("touser", 41009));
    String cardId = signedCard(tx, input);
    ReplyWindow.use(tx, person);
    keep(tx, "custom", Json.array().add(person.openid()), cardId);
    return Json.object();
  }

  /** {@code POST /cgi-bin/message/mass/sendall}: to everybody, or to whoever has a tag. */
  public static ObjectNode toAll(Transaction tx, CallInput input) {
    JsonNode receivers = MessageAudience.of(input.body());
    return submit(tx, input, receivers);
  }

  /** {@code POST /cgi-bin/message/mass/send}: to 2 to 10000 people. */
  public static ObjectNode toMany(Transaction tx, CallInput input) {
    if (!input.body().path("touser").isArray()) {
      throw new ApiException(40031, "touser is not a list of openids");
    }
    List<String> openids = input.texts("touser", 40031);
    if (openids.size() < FEWEST_RECEIVERS) {
      throw new ApiException(40130, openids.size() + " openids in touser, at least two are needed");
    }
    if (openids.size() > MOST_RECEIVERS) {
      throw new ApiException(
          40032, openids.size() + " openids in touser, at most " + MOST_RECEIVERS);
    }
    ArrayNode receivers = Json.array();
    openids.forEach(openid -> receivers.add(known(tx, openid).openid()));
    return submit(tx, input, receivers);
  }

  /** {@code POST /cgi-bin/message/mass/preview}: to one, by WeChat id or, without it, by openid. */
  public static ObjectNode preview(Transaction tx, CallInput input) {
    Person person =
        input
            .text("towxname")
            .map(name -> UserDirectory.named(tx, name))
            .orElseGet(() -> known(tx, input.need("touser", 41009)));
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

  private static ObjectNode submit(Transaction tx, CallInput input, JsonNode receivers) {
    Optional<String> clientId = input.text("clientmsgid");
    clientId.ifPresent(id -> ClientMessageIds.check(tx, id));
    ObjectNode sent = keep(tx, "mass", receivers, card(tx, input));
    clientId.ifPresent(id -> ClientMessageIds.keep(tx, id, sent.path("msg_id").longValue()));
    return sent.put("errmsg", "send job submission success");
  }

  private static ObjectNode keep(Transaction tx, String call, JsonNode receivers, String cardId) {
    long id = FIRST_ID + tx.documents().count(KIND);
    ObjectNode message = Json.object().put("msg_id", id).put("call", call);
    message.set("to", receivers);
    message.put("card_id", cardId);
    tx.documents().put(KIND, Long.toString(id), message, tx.now());
    return Json.object().put("msg_id", id);
  }

  private static Person known(Transaction tx, String openid) {
    return tx.people()
        .byOpenid(openid)
        .orElseThrow(() -> new ApiException(40003, "nobody has openid " + openid));
  }

  private static String signedCard(Transaction tx, CallInput input) {
    String cardId = card(tx, input);
    Optional.of(input.body().at("/wxcard/card_ext"))
        .filter(ext -> !ext.isMissingNode() && !ext.isNull())
        .ifPresent(ext -> SignedCardExt.signed(tx, cardId, ext));
    return cardId;
  }

  private static String card(Transaction tx, CallInput input) {
    String type = input.text("msgtype").orElse("");
    if (!type.equals("wxcard")) {
      throw new ApiException(40097, "msgtype is not wxcard, and no other message is played here");
    }
    JsonNode card = input.body().path("wxcard");
    String cardId =
        CallInput.text(card, "card_id")
            .orElseThrow(() -> CallInput.missing(card, "card_id", 41012));
    return OpenOfferRules.inMessage(tx, cardId).id();
  }
}
