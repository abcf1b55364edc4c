package io.github.wxcard.cli.sign;

import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.sign.Signable;
import io.github.wxcard.sign.SignatureMistake;
import java.util.ArrayList;
import java.util.List;
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
      ticket = ticketOnStdin ? CommandInput.secret(context.console(), "ticket") : accounts();
    }
    return ticket;
  }

  private String accounts() {
    String owner = context.target().appId();
    if (appId != null && !appId.equals(owner)) {
      context.console().warn("the ticket is the one of " + owner + ", not of " + appId);
    }
    return kind.of(context.weChat().tickets()).value();
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
    mistakes.add(kind.appSecretMistake(context.target().secret()));
    try {
      mistakes.add(0, kind.other().mistake(kind.other().of(context.weChat().tickets()).value()));
      mistakes.add(kind.accessTokenMistake(context.weChat().tokens().current().value()));
    } catch (Failure e) {
      context
          .console()
          .warn("could not try the account's other ticket and token: " + e.getMessage());
    }
    return mistakes;
  }
}
