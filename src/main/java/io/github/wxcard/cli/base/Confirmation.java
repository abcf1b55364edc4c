package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Locale;
import java.util.Set;

/** Asks before something that cannot be undone. */
public final class Confirmation {
  private static final Set<String> CONSENTS = Set.of("y", "yes");

  private Confirmation() {}

  /**
   * Goes on only when the person says yes: beforehand with {@code --yes}, or at the terminal. A dry
   * run does nothing that must be asked for. {@link DeclinedException} when the answer is no.
   *
   * @param given whether {@code --yes} was given
   * @param deed what would be done, as in {@code "delete card p…"}
   */
  public static void demand(CommandContext context, boolean given, String deed) {
    if (given || context.options().dryRun) {
      return;
    }
    if (!context.console().terminal().inTerminal()) {
      throw Failure.of(
          FailureKind.USAGE,
          "there is no terminal to ask whether to " + deed,
          "Add --yes to do it unasked.");
    }
    String answer =
        context
            .console()
            .ask("Really " + deed + "? [y/N] ")
            .orElseThrow(
                () ->
                    Failure.of(FailureKind.INTERRUPTED, "nothing was done", "Answer y to do it."));
    if (!CONSENTS.contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw new DeclinedException();
    }
  }

  /** The person answered no, which ends a command with nothing done and nothing wrong. */
  public static final class DeclinedException extends RuntimeException {
    DeclinedException() {
      super("nothing was done", null, false, false);
    }
  }
}
