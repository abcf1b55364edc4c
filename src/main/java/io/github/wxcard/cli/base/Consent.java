package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.Locale;
import java.util.Set;

/** Asks before something that cannot be undone. */
public final class Consent {
  private static final Set<String> CONSENTS = Set.of("y", "yes");

  private Consent() {}

  /**
   * Goes on only when the person says yes: beforehand with {@code --yes}, or at the terminal. A dry
   * run does nothing that must be asked for. {@link DeclinedException} when the answer is no.
   *
   * @param given whether {@code --yes} was given
   * @param deed what would be done, as in {@code "delete card p…"}
   */
  public static void demand(App app, boolean given, String deed) {
    if (given || app.globals().dryRun) {
      return;
    }
    if (!app.console().traits().inTerminal()) {
      throw Failure.of(
          Kind.USAGE,
          "there is no terminal to ask whether to " + deed,
          "Add --yes to do it unasked.");
    }
    String answer =
        app.console()
            .ask("Really " + deed + "? [y/N] ")
            .orElseThrow(
                () -> Failure.of(Kind.INTERRUPTED, "nothing was done", "Answer y to do it."));
    if (!CONSENTS.contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw new DeclinedException();
    }
  }
}
