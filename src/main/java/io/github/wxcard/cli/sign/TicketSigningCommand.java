package io.github.wxcard.cli.sign;

import io.github.wxcard.cli.base.SecretInput;
import io.github.wxcard.client.Tokens;
import io.github.wxcard.client.Tokens.Token;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.sign.Signable;
import io.github.wxcard.sign.SignatureMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** A signature with a ticket: from standard input, or of the account. */
abstract class TicketSigningCommand<S extends Signable> extends SigningCommand<S> {
  @Option(
      names = "--ticket-stdin",
      description = "Take the ticket from standard input; no account is asked for.")
  boolean ticketOnStdin;

  private final TicketKind kind;

  /** Standard input can be read once. */
  private String ticket;

  TicketSigningCommand(TicketKind kind, PastedFormat format) {
    super(format);
    this.kind = kind;
  }

  final String ticket() {
    if (ticket == null) {
      ticket = ticketOnStdin ? SecretInput.read(context.console(), "ticket") : accounts();
    }
    return ticket;
  }

  private String accounts() {
    String owner = context.target().appId();
    if (appId != null && !appId.equals(owner)) {
      context.console().warn("the ticket is the one of " + owner + ", not of " + appId);
    }
    return kind.of(context.weChat()).value();
  }

  /** The AppID given, else the account's; empty when only a ticket is known. */
  final String appIdOrAccounts(PastedParameters pasted) {
    String known = given(appId, pasted, "appId");
    if (!known.isEmpty()) {
      return known;
    }
    return ticketOnStdin ? "" : context.target().appId();
  }

  @Override
  final boolean readsSecret() {
    return ticketOnStdin;
  }

  @Override
  final String hint() {
    return kind.hint();
  }

  @Override
  final List<SignatureMistake> mistakesWithOtherSecrets() {
    if (ticketOnStdin) {
      return List.of();
    }
    List<SignatureMistake> mistakes = new ArrayList<>();
    mistakes.add(mistake("app-secret", "the AppSecret", context.target().secret()));
    try {
      TicketKind other = kind.other();
      mistakes.add(0, mistake(other.mistake, other.words, other.of(context.weChat()).value()));
      String token = context.weChat().tokens().current().value();
      mistakes.add(mistake("access-token", "the access_token", token));
    } catch (Failure e) {
      context
          .console()
          .warn("could not try the account's other ticket and token: " + e.getMessage());
    }
    return mistakes;
  }

  /** Another secret was signed where the ticket belongs. */
  private SignatureMistake mistake(String name, String what, String value) {
    return SignatureMistake.otherSecret(name, what, kind.words, value);
  }

  /** The two tickets of an account, which are often taken for one another. */
  enum TicketKind {
    CARD("card-ticket", "the wx_card ticket", Tokens::cardTicket),
    PAGE("jsapi-ticket", "the jsapi ticket", Tokens::jsapiTicket);

    private final String mistake;
    private final String words;
    private final Function<Tokens, Token> call;

    TicketKind(String mistake, String words, Function<Tokens, Token> call) {
      this.mistake = mistake;
      this.words = words;
      this.call = call;
    }

    Token of(WeChat weChat) {
      return call.apply(weChat.tokens());
    }

    TicketKind other() {
      return this == CARD ? PAGE : CARD;
    }

    /** What to look at when a signature with this ticket cannot be explained. */
    String hint() {
      return "Check that it was made with %s and not %s, with the ticket of this account, and with the same values."
          .formatted(words, other().words);
    }
  }
}
