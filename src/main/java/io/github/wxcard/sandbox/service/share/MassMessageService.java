package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Messages that carry a card to many people or to all. Callers may name them, so that none is sent
 * twice.
 */
public final class MassMessageService {
  private static final int FEWEST_RECEIVERS = 2;
  private static final int MOST_RECEIVERS = 10_000;
  private static final String ID_KIND = "clientmsgid";
  private static final int LONGEST_ID = 64;
  private static final long PAUSE_SECONDS = 60;

  /** The name of today, and the one that groups had before they were tags. */
  private static final List<String> TAGS = List.of("tag_id", "group_id");

  private MassMessageService() {}

  /** {@code POST /cgi-bin/message/mass/sendall}: to everybody, or to whoever has a tag. */
  public static ObjectNode toAll(Transaction tx, CallInput input) {
    return submit(tx, input, audience(input.body()));
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
    openids.forEach(openid -> receivers.add(UserDirectory.known(tx, openid).openid()));
    return submit(tx, input, receivers);
  }

  private static ObjectNode submit(Transaction tx, CallInput input, JsonNode receivers) {
    Optional<String> clientId = input.text("clientmsgid");
    clientId.ifPresent(id -> checkId(tx, id));
    ObjectNode sent = MessageService.keep(tx, "mass", receivers, MessageService.card(tx, input));
    clientId.ifPresent(id -> keepId(tx, id, sent.path("msg_id").longValue()));
    return sent.put("errmsg", "send job submission success");
  }

  /** Refuses a caller's name for a message that is too long or that one had before. */
  private static void checkId(Transaction tx, String id) {
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST_ID) {
      throw new ApiException(45067, "clientmsgid has " + bytes + " bytes, limit " + LONGEST_ID);
    }
    Optional<Document> before = tx.documents().find(ID_KIND, id);
    if (before.isPresent()) {
      if (tx.now() < before.get().created() + PAUSE_SECONDS) {
        throw new ApiException(
            45066, "a message with this clientmsgid was sent less than a minute ago");
      }
      long messageId = before.get().body().path("msg_id").longValue();
      throw new ApiException(45065, "message " + messageId + " was sent with this clientmsgid")
          .carrying(before.get().body());
    }
  }

  private static void keepId(Transaction tx, String id, long messageId) {
    ObjectNode sent = Json.object().put("msg_id", messageId);
    tx.documents().put(ID_KIND, id, sent, tx.now());
  }

  /** Who gets a message by its {@code filter}: the tag's name and number, or {@code is_to_all}. */
  private static ObjectNode audience(JsonNode body) {
    JsonNode filter = body.path("filter");
    if (!filter.isObject()) {
      throw CallInput.missing(body, "filter", 41011);
    }
    if (CallInput.flag(filter, "is_to_all", false)) {
      return Json.object().put("is_to_all", true);
    }
    for (String name : TAGS) {
      if (filter.hasNonNull(name)) {
        return Json.object().put(name, tag(name, filter.path(name)));
      }
    }
    throw new ApiException(41011, "filter has neither is_to_all nor tag_id");
  }

  /** Nobody has tags here, so every number is one; older samples write it as a text. */
  private static long tag(String name, JsonNode value) {
    if (!value.asText().matches("[0-9]{1,18}")) {
      throw new ApiException(40097, "filter." + name + " is not a number");
    }
    return value.asLong();
  }
}
