package io.github.wxcard.cli;

import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_DESCRIPTION;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_FOOTER;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_PARAMETER_LIST_HEADING;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS;
import static picocli.CommandLine.Model.UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The order of a help page; what every command takes is told once, on the program's own page. */
final class HelpLayout {
  private static final List<String> SECTIONS =
      List.of(
          SECTION_KEY_DESCRIPTION,
          SECTION_KEY_SYNOPSIS_HEADING,
          SECTION_KEY_SYNOPSIS,
          SECTION_KEY_COMMAND_LIST_HEADING,
          SECTION_KEY_COMMAND_LIST,
          SECTION_KEY_PARAMETER_LIST_HEADING,
          SECTION_KEY_PARAMETER_LIST,
          SECTION_KEY_OPTION_LIST_HEADING,
          SECTION_KEY_OPTION_LIST,
          SECTION_KEY_FOOTER);

  private HelpLayout() {}

  static String render(CommandLine commandLine) {
    CommandSpec spec = commandLine.getCommandSpec();
    UsageMessageSpec page = spec.usageMessage();
    page.synopsisHeading("%nUsage: ").abbreviateSynopsis(true);
    page.commandListHeading("%nCommands:%n").parameterListHeading("%nArguments:%n");
    page.optionListHeading("%nOptions:%n");
    commandLine.setHelpSectionKeys(SECTIONS);
    if (spec.root() != spec) {
      commandLine.getHelpSectionMap().put(SECTION_KEY_OPTION_LIST, HelpLayout::ownOptions);
    }
    return commandLine.getUsageMessage(Help.Ansi.OFF);
  }

  private static String ownOptions(Help help) {
    List<OptionSpec> own =
        help.commandSpec().options().stream().filter(option -> !option.inherited()).toList();
    return help.optionListExcludingGroups(own)
        + (own.isEmpty() ? "  Those" : "  ... and those")
        + " every command takes, such as --sandbox, --profile and --json:\n"
        + "      see wxcard --help\n";
  }
}
