package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Transaction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What callers name their mass messages by, so that none is sent twice. */
final class ClientMessageIds {
  private static final String KIND = "clientmsgid";
  private static final int LONGEST = 64;
  private static final long PAUSE_SECONDS = 60;

  private ClientMessageIds() {}

  /** Refuses a name that is too long or that a message had before. */
  static void check(Transaction tx, String id) {
    int bytes = id.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > LONGEST) {
      throw new ApiException(45067, "clientmsgid has " + bytes + " bytes, limit " + LONGEST);
    }
    Optional<Document> before = tx.documents().find(KIND, id);
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

  /** Notes which message has a name. */
  static void keep(Transaction tx, String id, long messageId) {
    ObjectNode sent = Json.object().put("msg_id", messageId);
    tx.documents().put(KIND, id, sent, tx.now());
  }
}
