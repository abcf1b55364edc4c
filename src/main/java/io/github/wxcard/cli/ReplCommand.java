package io.github.wxcard.cli;

import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.KnownSecrets;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.Ink;
import io.github.wxcard.output.Printer;
import io.github.wxcard.output.Result;
import io.github.wxcard.repl.Repl;
import io.github.wxcard.repl.Surroundings;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Many commands in one process, typed or piped in. */
@Command(
    name = "repl",
    description = "Type command after command without the program's name; the connection stays.",
    footer = {
      "",
      "Tab completes commands, options, files, card ids and codes. $card_id, $ticket, $url, $code",
      "and $openid stand for what results said last. Ctrl-C clears the line or stops a command,",
      "Ctrl-D leaves. Options given to repl hold for every line that does not say otherwise.",
      "",
      "Without a terminal the lines are a script, and the first failure ends it with its exit"
          + " code.",
      "",
      "Example:",
      "  echo 'card list' > script.txt",
      "  wxcard repl --sandbox < script.txt"
    })
final class ReplCommand extends Subcommand<Result> {
  private int exitCode;

  @Override
  public Result run() {
    Surroundings surroundings =
        new Surroundings(
            this::prompt,
            history(),
            new KnownSecrets(() -> current().settings(), app.environment()),
            app.environment().workingFolder(),
            app.environment().variable("TERM").orElse(""));
    Printer printer = new Printer(app.console(), app.globals().format(), app.language());
    ReplGrammar grammar = new ReplGrammar(() -> current().settings().profiles());
    Repl repl = new Repl(app.console(), printer, grammar, new LiveIds(this::current), surroundings);
    exitCode = repl.run(runner());
    return null;
  }

  @Override
  public CommandOutcome ended() {
    return new CommandOutcome(exitCode, Optional.empty(), Optional.empty());
  }

  @Override
  public boolean waits() {
    return true;
  }

  @Override
  public boolean readsOn() {
    return true;
  }

  /** As this command was asked to print, so does every line. */
  private CommandRunner runner() {
    List<String> printing = new ArrayList<>();
    if (app.globals().jq != null) {
      printing.add("--jq=" + app.globals().jq);
    } else if (app.globals().json) {
      printing.add("--json");
    }
    CommandRunner commands = app.printingCommands();
    return new CommandRunner() {
      @Override
      public CommandOutcome run(List<String> words) {
        List<String> all = new ArrayList<>(printing);
        all.addAll(words);
        return commands.run(all);
      }

      @Override
      public void interrupt(Thread running) {
        app.workspace().interrupts().interrupt();
      }
    };
  }

  /** Settings as they are now: a line may have logged in or changed the profile. */
  private App current() {
    return app.afresh();
  }

  private String prompt() {
    try {
      var target = current().settings().target();
      Ink ink = target.isSandbox() ? Ink.GOOD : Ink.DOUBTFUL;
      return app.console().onOut().add(ink, target.profile()).add("> ").toString();
    } catch (Failure unusable) {
      return "wxcard> ";
    }
  }

  private Path history() {
    return app.environment().folder("XDG_STATE_HOME", ".local/state").resolve("wxcard/history");
  }
}
