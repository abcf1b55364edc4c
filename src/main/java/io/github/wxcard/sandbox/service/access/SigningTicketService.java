package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.store.TokenTable.Ticket;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Set;

/** The tickets that pages and cards are signed with. */
public final class SigningTicketService {
  private static final Set<String> KINDS = Set.of("jsapi", "wx_card");
  private static final long LIFETIME = 7200;

  private final IdGenerator ids;

  public SigningTicketService(IdGenerator ids) {
    this.ids = ids;
  }

  /** {@code GET /cgi-bin/ticket/getticket}: the same ticket of a kind until it ends. */
  public ObjectNode get(Transaction tx, CallInput input) {
    String kind = input.query("type").orElse("");
    if (!KINDS.contains(kind)) {
      throw new ApiException(40097, "type is neither jsapi nor wx_card");
    }
    Ticket ticket =
        tx.tokens()
            .ticket(kind)
            .filter(known -> tx.now() < known.expires())
            .orElseGet(() -> issue(tx, kind));
    ObjectNode answer = Json.object();
    answer.put("ticket", ticket.value());
    answer.put("expires_in", ticket.expires() - tx.now());
    return answer;
  }

  private Ticket issue(Transaction tx, String kind) {
    Ticket ticket = new Ticket(ids.ticket(), tx.now() + LIFETIME);
    tx.tokens().putTicket(kind, ticket);
    return ticket;
  }
}
