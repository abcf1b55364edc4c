package io.github.wxcard.cli.base;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Console;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/** The question before something that cannot be undone. */
public final class Confirmation {
  private static final Set<String> CONSENT = Set.of("y", "yes");

  @Option(names = "--yes", description = "Do not ask; without a terminal it must be given.")
  boolean yes;

  /**
   * Asks on a terminal. Elsewhere a missing {@code --yes} is a {@link Failure} of kind USAGE; a no
   * is one of kind INTERRUPTED. A dry run asks nothing.
   *
   * @param deed what is about to happen, as in {@code "send the card to everybody"}
   */
  public void ask(App app, String deed) {
    Console console = app.console();
    if (yes || app.globals().dryRun) {
      return;
    }
    if (!console.traits().inTerminal()) {
      throw Failure.of(
          Kind.USAGE,
          "this would " + deed + ", which cannot be undone",
          "Add --yes when that is meant, or --dry-run to see the request.");
    }
    String answer =
        console.ask("About to " + deed + ", which cannot be undone. Go on? [y/N] ").orElse("");
    if (!CONSENT.contains(answer.strip().toLowerCase(Locale.ROOT))) {
      throw Failure.of(Kind.INTERRUPTED, "not confirmed, so nothing was sent", null);
    }
  }
}
