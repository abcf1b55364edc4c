package io.github.wxcard.sandbox.service.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Outbox;
import io.github.wxcard.sandbox.service.base.People;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.user.EntryLink;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.MemberTable.Member;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Tx;
import io.github.wxcard.text.QueryString;
import java.util.Map;

/** The user taps on a member card and fills in its form. */
public final class FormActivation {
  private static final int NOT_THEIRS = 40174;
  private static final int NO_PAGE = 40097;

  private final ActivateTickets tickets;

  public FormActivation(ActivateTickets tickets) {
    this.tickets = tickets;
  }

  /**
   * {@code POST /sandbox/activate} with {@code code}, {@code user}, {@code card_id} for a
   * merchant's code, and the answers in {@code form}: {@code membership_number}, or the {@code url}
   * of the merchant's page where that finishes the activation.
   */
  public ObjectNode activate(Tx tx, Input input) {
    Person person = People.named(tx, input.need("user", 41009));
    Code code = HeldCodes.usable(tx, input, Membership.TYPE);
    if (!code.openid().equals(person.openid())) {
      throw new Refusal(NOT_THEIRS, "somebody else than " + person.name() + " holds the code");
    }
    Member newcomer = Membership.newcomer(tx, code);
    JsonNode card = MemberForms.oneTap(tx, code.cardId());
    ObjectNode form = FormAnswers.of(MemberForms.of(tx, code.cardId()), input.body().path("form"));
    Outbox.record(tx, EventKind.SUBMIT_MEMBERCARD_USER_INFO, code);

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

  private String page(Tx tx, Input input, Code code, JsonNode card, ObjectNode form) {
    String page =
        Input.text(card, "wx_activate_after_submit_url")
            .orElseThrow(
                () -> new Refusal(NO_PAGE, "the card has no wx_activate_after_submit_url"));
    Map<String, String> parameters = EntryLink.parameters(code);
    String claimed = code.outerStr() == null ? "" : code.outerStr();
    parameters.put("outer_str", input.text("outer_str").orElse(claimed));
    parameters.put("activate_ticket", tickets.issue(tx, form));
    return QueryString.appended(page, parameters);
  }
}
