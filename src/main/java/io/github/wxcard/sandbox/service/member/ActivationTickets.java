package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Transaction;

/** Tickets with which a merchant's page reads the form that its user has just filled in. */
public final class ActivationTickets {
  private static final String KIND = "activate_ticket";
  private static final int UNKNOWN = 72011;
  private static final int EXPIRED = 72012;

  /** In seconds; WeChat does not say how long. */
  private static final long LIFETIME = 3600;

  private final IdGenerator ids;

  public ActivationTickets(IdGenerator ids) {
    this.ids = ids;
  }

  /** {@code POST /card/membercard/activatetempinfo/get}: what the user filled in. */
  public static ObjectNode info(Transaction tx, CallInput input) {
    String ticket = input.need("activate_ticket", 41011);
    Document form =
        tx.documents()
            .find(KIND, ticket)
            .orElseThrow(() -> new ApiException(UNKNOWN, "there is no such activate_ticket"));
    if (tx.now() >= form.created() + LIFETIME) {
      throw new ApiException(EXPIRED, "the ticket ended at " + (form.created() + LIFETIME));
    }
    return Json.object().set("info", form.body());
  }

  /** A new ticket for a form. */
  public String issue(Transaction tx, ObjectNode form) {
    String ticket = ids.ticket();
    tx.documents().put(KIND, ticket, form, tx.now());
    return ticket;
  }
}
