package io.github.wxcard.cli;

import io.github.wxcard.output.LineBreaker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Names and what they are, in two columns; a name too long for the first one stands alone. */
final class HelpColumns {
  private static final int GAP = 2;
  private static final int LONGEST_NAME = 28;

  private record HelpRow(String name, String description) {}

  private final List<HelpRow> rows = new ArrayList<>();
  private final int width;

  HelpColumns(int width) {
    this.width = width;
  }

  /** Of a command the first paragraph of what it is. */
  void command(CommandSpec spec) {
    String description =
        Stream.of(spec.usageMessage().description())
            .takeWhile(line -> !line.isBlank())
            .collect(Collectors.joining(" "));
    rows.add(new HelpRow("  " + spec.name(), description));
  }

  void parameters(Help help, List<PositionalParamSpec> parameters) {
    help.parameterList(parameters, new Reader(help), help.createDefaultParamLabelRenderer());
  }

  void options(Help help, List<OptionSpec> options) {
    help.optionListExcludingGroups(
        options,
        new Reader(help),
        help.createDefaultOptionSort(),
        help.createDefaultParamLabelRenderer());
  }

  /** Where the second column begins. */
  int column() {
    int longest = Math.min(LONGEST_NAME, width / 3);
    return rows.stream()
            .mapToInt(row -> row.name().length())
            .filter(length -> length <= longest + GAP)
            .max()
            .orElse(0)
        + GAP;
  }

  List<String> lines() {
    return lines(column());
  }

  /** The rows with the second column where it is told to begin. */
  List<String> lines(int column) {
    List<String> lines = new ArrayList<>();
    for (HelpRow row : rows) {
      boolean beside = row.name().length() + GAP <= column;
      String prefix = row.name() + " ".repeat(Math.max(0, column - row.name().length()));
      if (!beside) {
        lines.add(row.name());
        prefix = " ".repeat(column);
      }
      lines.addAll(LineBreaker.lines(prefix, row.description(), width, column));
    }
    return lines;
  }

  /** Takes from picocli's renderers what would stand in its own table. */
  private final class Reader extends Help.Layout {
    Reader(Help help) {
      super(
          help.colorScheme(),
          Help.TextTable.forDefaultColumns(help.colorScheme(), 40, 80),
          help.createDefaultOptionRenderer(),
          help.createDefaultParameterRenderer());
    }

    @Override
    public void layout(ArgSpec argument, Text[][] cells) {
      Text[] first = cells[0];
      String name =
          String.format(
              Locale.ROOT,
              "  %-2s%-1s %s",
              first[1].plainString(),
              first[2].plainString(),
              first[3].plainString());
      String description =
          Arrays.stream(cells)
              .map(row -> row[row.length - 1].plainString().strip())
              .collect(Collectors.joining(" "));
      rows.add(new HelpRow(name, description));
    }
  }
}
