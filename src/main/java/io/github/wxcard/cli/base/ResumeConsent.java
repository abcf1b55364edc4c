package io.github.wxcard.cli.base;

import io.github.wxcard.batch.ResumeState;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;

/** Asks before {@code --resume} begins anew where somebody may think that it goes on. */
record ResumeConsent(CommandContext app, String input) {
  /**
   * Returns when the batch may go on or begin; {@link DeclinedException} when the person says no.
   *
   * @param irreversible whether codes are ended that an earlier run may have ended
   */
  void demand(ResumeState state, boolean irreversible) {
    switch (state) {
      case SAME -> {}
      case NONE ->
          app.note("No earlier run over " + input + " with this content is known: it begins.");
      case OTHER_CONTENT ->
          ask(
              input + " has changed since an earlier run",
              "work through it as it is now",
              irreversible
                  ? "codes that an earlier run has done are known and not sent again"
                  : "what an earlier run has done may be done again, and changes nothing");
      case DAMAGED ->
          ask(
              "the journal of the earlier run over " + input + " is damaged",
              "go on with what it still tells",
              irreversible
                  ? "every code of which it does not tell is looked up before it is sent"
                  : "what it does not tell of is done again");
    }
  }

  private void ask(String what, String deed, String consequence) {
    if (!app.console().traits().inTerminal() || app.options().dryRun) {
      throw Failure.of(
          Kind.USAGE,
          what + "; nothing was sent",
          "Give --restart in place of --resume to " + deed + ": " + consequence + ".");
    }
    app.console().say(what + ": " + consequence + ".");
    Confirmation.demand(app, false, deed);
  }
}
