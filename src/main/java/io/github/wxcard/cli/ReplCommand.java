package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandContext.Nesting;
import io.github.wxcard.cli.base.ConfiguredSecrets;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.CommandResult.AlreadyPrinted;
import io.github.wxcard.output.Style;
import io.github.wxcard.repl.Repl;
import io.github.wxcard.repl.Repl.ReplContext;
import io.github.wxcard.scenario.CommandOutcome;
import io.github.wxcard.scenario.CommandRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
final class ReplCommand extends Subcommand {
  @Override
  public CommandResult run() {
    CommandCompletion completion =
        new CommandCompletion(
            () -> current().settings().profiles(), new CompletionValues(this::current));
    ReplContext surroundings =
        new ReplContext(
            this::prompt,
            history(),
            new ConfiguredSecrets(() -> current().settings(), context.environment()),
            context.environment().workingFolder(),
            context.environment().variable("TERM").orElse(""));
    Repl repl = new Repl(context.console(), context.printer(), completion, surroundings);
    return new AlreadyPrinted(repl.run(runner()));
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
    if (context.options().jq != null) {
      printing.add("--jq=" + context.options().jq);
    } else if (context.options().json) {
      printing.add("--json");
    }
    CommandRunner commands = context.commands(Nesting.PRINTED);
    return new CommandRunner() {
      @Override
      public CommandOutcome run(List<String> words, String input) {
        List<String> all = new ArrayList<>(printing);
        all.addAll(words);
        return commands.run(all, input);
      }

      @Override
      public void interrupt(Thread running) {
        commands.interrupt(running);
      }
    };
  }

  /** Settings as they are now: a line may have logged in or changed the profile. */
  private CommandContext current() {
    return context.afresh();
  }

  private String prompt() {
    try {
      var target = current().settings().target();
      Style style = target.isSandbox() ? Style.GOOD : Style.DOUBTFUL;
      return context.console().page().styled().add(style, target.profile()).add("> ").toString();
    } catch (Failure unusable) {
      return "wxcard> ";
    }
  }

  private Path history() {
    return context.environment().folder("XDG_STATE_HOME", ".local/state").resolve("wxcard/history");
  }
}
