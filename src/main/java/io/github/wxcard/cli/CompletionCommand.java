package io.github.wxcard.cli;

import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.CommandResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what makes a shell complete wxcard's words. */
@Command(
    name = "completion",
    customSynopsis = "wxcard completion [OPTIONS] SHELL",
    description = "Print a script that completes commands, options, card ids, codes and profiles.",
    footer = {
      "",
      "bash:  add to ~/.bashrc:   source <(wxcard completion bash)",
      "zsh:   add to ~/.zshrc:    source <(wxcard completion zsh)",
      "fish:  run once:           wxcard completion fish > ~/.config/fish/completions/wxcard.fish",
      "",
      "Card ids and codes are asked of the account that the line names, at most once a minute and",
      "never for more than a second.",
      "",
      "Example:",
      "  wxcard completion bash"
    })
final class CompletionCommand extends Subcommand implements CommandGroup {
  @Parameters(arity = "0..1", paramLabel = "SHELL", description = "bash, zsh or fish.")
  Shell shell;

  /** The shells there is a script for. */
  enum Shell {
    BASH,
    ZSH,
    FISH
  }

  @Override
  public CommandResult run() {
    if (shell == null) {
      throw Failure.of(
          FailureKind.USAGE,
          "SHELL is missing",
          "Write it like wxcard completion bash, or zsh, or fish.");
    }
    context.console().page().print(script(shell.name().toLowerCase(Locale.ROOT)));
    return CommandResult.printed();
  }

  @Override
  public List<Class<?>> verbs() {
    return List.of(CandidatesCommand.class);
  }

  private static String script(String name) {
    try (InputStream in = CompletionCommand.class.getResourceAsStream("completion/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
