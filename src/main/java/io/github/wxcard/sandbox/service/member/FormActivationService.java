package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.user.CardEntry;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.QueryString;
import java.util.Map;

/**
 * The user taps on a member card and fills in its form; where the merchant's page finishes the
 * activation, a ticket lets it read what was filled in.
 */
public record FormActivationService(IdGenerator ids) {
  private static final String TICKET_KIND = "activate_ticket";

  /** In seconds; WeChat does not say how long. */
  private static final long TICKET_LIFETIME = 3600;

  /**
   * {@code POST /sandbox/activate} with {@code code}, {@code user}, {@code card_id} for a
   * merchant's code, and the answers in {@code form}: {@code membership_number}, or the {@code url}
   * of the merchant's page where that finishes the activation.
   */
  public ObjectNode activate(Transaction tx, CallInput input) {
    Person person = UserDirectory.named(tx, input.need("user", 41009));
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    if (!code.openid().equals(person.openid())) {
      throw new ApiException(40174, "somebody else than " + person.name() + " holds the code");
    }
    Member newcomer = Membership.newcomer(tx, code);
    JsonNode card = MemberFormService.oneTap(tx, code.cardId());
    ObjectNode form =
        FormAnswers.of(MemberFormService.of(tx, code.cardId()), input.body().path("form"));
    EventOutbox.record(tx, EventKind.SUBMIT_MEMBERCARD_USER_INFO, code);

    ObjectNode answer = HeldCodes.shown(code);
    Member submitted = newcomer.answering(form);
    if (card.path("wx_activate_after_submit").asBoolean()) {
      tx.members().put(submitted);
      return answer.put("url", page(tx, input, code, card, form));
    }
    tx.members().put(submitted.activatedAs(code.code(), tx.now()));
    return answer.put("membership_number", code.code());
  }

  private String page(Transaction tx, CallInput input, Code code, JsonNode card, ObjectNode form) {
    String page =
        CallInput.text(card, "wx_activate_after_submit_url")
            .orElseThrow(
                () -> new ApiException(40097, "the card has no wx_activate_after_submit_url"));
    Map<String, String> parameters = CardEntry.parameters(code);
    String claimed = code.outerStr() == null ? "" : code.outerStr();
    parameters.put("outer_str", input.text("outer_str").orElse(claimed));
    parameters.put("activate_ticket", issue(tx, form));
    return QueryString.appended(page, parameters);
  }

  /** {@code POST /card/membercard/activatetempinfo/get}: what the user filled in. */
  public static ObjectNode info(Transaction tx, CallInput input) {
    String ticket = input.need("activate_ticket", 41011);
    Document form =
        tx.documents()
            .find(TICKET_KIND, ticket)
            .orElseThrow(() -> new ApiException(72011, "there is no such activate_ticket"));
    if (tx.now() >= form.created() + TICKET_LIFETIME) {
      throw new ApiException(72012, "the ticket ended at " + (form.created() + TICKET_LIFETIME));
    }
    return Json.object().set("info", form.body());
  }

  private String issue(Transaction tx, ObjectNode form) {
    String ticket = ids.ticket();
    tx.documents().put(TICKET_KIND, ticket, form, tx.now());
    return ticket;
  }
}
