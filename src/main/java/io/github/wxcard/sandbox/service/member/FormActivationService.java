package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.user.CardEntryLink;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.QueryString;
import java.util.Map;

/** The user taps on a member card and fills in its form. */
public final class FormActivationService {
  private static final int NOT_THEIRS = 40174;
  private static final int NO_PAGE = 40097;

  private final ActivationTickets tickets;

  public FormActivationService(ActivationTickets tickets) {
    this.tickets = tickets;
  }

  /**
   * {@code POST /sandbox/activate} with {@code code}, {@code user}, {@code card_id} for a
   * merchant's code, and the answers in {@code form}: {@code membership_number}, or the {@code url}
   * of the merchant's page where that finishes the activation.
   */
  public ObjectNode activate(Transaction tx, CallInput input) {
    Person person = UserDirectory.named(tx, input.need("user", 41009));
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    if (!code.openid().equals(person.openid())) {
      throw new ApiException(NOT_THEIRS, "somebody else than " + person.name() + " holds the code");
    }
    Member newcomer = Membership.newcomer(tx, code);
    JsonNode card = MemberFormService.oneTap(tx, code.cardId());
    ObjectNode form =
        FormAnswers.of(MemberFormService.of(tx, code.cardId()), input.body().path("form"));
    EventOutbox.record(tx, EventKind.SUBMIT_MEMBERCARD_USER_INFO, code);

    ObjectNode answer = Json.object();
    answer.put("card_id", code.cardId()).put("code", code.code()).put("openid", code.openid());
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
                () -> new ApiException(NO_PAGE, "the card has no wx_activate_after_submit_url"));
    Map<String, String> parameters = CardEntryLink.parameters(code);
    String claimed = code.outerStr() == null ? "" : code.outerStr();
    parameters.put("outer_str", input.text("outer_str").orElse(claimed));
    parameters.put("activate_ticket", tickets.issue(tx, form));
    return QueryString.appended(page, parameters);
  }
}
