package io.github.wxcard.cli;

import io.github.wxcard.output.LineBreaker;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The order of a help page; what every command takes is told once, on the program's own page. */
final class HelpLayout {
  /** Picocli breaks nothing at this width, as it would break words at their hyphens. */
  private static final int UNBROKEN = 10_000;

  private final Help help;
  private final CommandSpec spec;
  private final int width;
  private final List<String> page = new ArrayList<>();

  private HelpLayout(CommandLine commandLine, int width) {
    this.spec = commandLine.getCommandSpec();
    this.width = width;
    spec.usageMessage().width(UNBROKEN).abbreviateSynopsis(true);
    this.help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
  }

  static String render(CommandLine commandLine, int width) {
    HelpLayout layout = new HelpLayout(commandLine, width);
    layout.lay();
    return String.join("\n", layout.page) + "\n";
  }

  private void lay() {
    page.addAll(HelpReflow.of(help.description().lines().toList(), width));
    page.add("");
    String usage = "Usage: ";
    page.addAll(
        LineBreaker.lines(usage, help.synopsis(usage.length()).strip(), width, usage.length()));
    commands();
    arguments();
    page.addAll(HelpReflow.of(help.footer().lines().toList(), width));
  }

  private void commands() {
    if (help.subcommands().isEmpty()) {
      return;
    }
    heading("Commands:");
    HelpColumns columns = new HelpColumns(width);
    help.subcommands().values().forEach(below -> columns.command(below.commandSpec()));
    page.addAll(columns.lines());
  }

  private void arguments() {
    HelpColumns parameters = new HelpColumns(width);
    parameters.parameters(help, spec.positionalParameters());
    HelpColumns options = new HelpColumns(width);
    boolean all = spec.root() == spec;
    List<OptionSpec> own =
        spec.options().stream().filter(option -> all || !option.inherited()).toList();
    options.options(help, own);
    int column = Stream.of(parameters, options).mapToInt(HelpColumns::column).max().orElse(0);
    List<String> given = parameters.lines(column);
    if (!given.isEmpty()) {
      heading("Arguments:");
      page.addAll(given);
    }
    heading("Options:");
    page.addAll(options.lines(column));
    if (!all) {
      String others =
          (own.isEmpty() ? "Those" : "... and those")
              + " every command takes, such as --sandbox, --profile and --json:"
              + " see wxcard --help";
      page.addAll(LineBreaker.lines("  ", others, width, 6));
    }
  }

  private void heading(String text) {
    page.add("");
    page.add(text);
  }
}
