package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What every command's help owes its reader. */
final class EveryHelpTest {
  private static final int WIDTH = 100;
  private static final List<Integer> WIDTHS = List.of(60, 72, 80, WIDTH);

  private static final Pattern POINTER = Pattern.compile("wxcard help ([a-z-]+)");

  static Stream<CommandSpec> commands() {
    return Leaves.all().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_shows_an_example_of_itself(CommandSpec command) {
    assertThat(String.join("\n", command.usageMessage().footer()))
        .containsPattern("\n  .*" + command.qualifiedName());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_and_each_of_its_options_says_what_it_is_for(CommandSpec command) {
    assertThat(command.usageMessage().description()).isNotEmpty();
    assertThat(command.args())
        .filteredOn(argument -> !argument.hidden())
        .allSatisfy(EveryHelpTest::isDescribed);
  }

  /** The commands, the groups of them, and the program. */
  static Stream<CommandSpec> pages() {
    return pages(CommandCatalogue.complete());
  }

  private static Stream<CommandSpec> pages(CommandLine line) {
    return Stream.concat(
        Stream.of(line.getCommandSpec()),
        line.getSubcommands().values().stream().flatMap(EveryHelpTest::pages));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_help_fits_a_terminal_of_any_width(CommandSpec command) {
    for (int width : WIDTHS) {
      assertThat(HelpText.of(command.commandLine(), width).lines())
          .allSatisfy(line -> assertThat(Table.width(line)).isLessThanOrEqualTo(width));
    }
  }

  static List<String> topics() {
    return HelpText.TOPICS;
  }

  @ParameterizedTest
  @MethodSource("topics")
  void a_topic_fits_a_terminal_of_any_width(String topic) {
    for (int width : WIDTHS) {
      assertThat(HelpText.topic(topic, width).orElseThrow().lines())
          .allSatisfy(line -> assertThat(Table.width(line)).isLessThanOrEqualTo(width));
    }
    assertThat(words(HelpText.topic(topic, 60).orElseThrow()))
        .isEqualTo(words(HelpText.topic(topic, WIDTH).orElseThrow()));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void a_narrow_help_has_the_same_whole_words(CommandSpec command) {
    assertThat(words(HelpText.of(command.commandLine(), 60)))
        .isEqualTo(words(HelpText.of(command.commandLine(), WIDTH)));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void descriptions_begin_in_one_column(CommandSpec command) {
    String help = HelpText.of(command.commandLine(), 60);
    List<Integer> columns = new ArrayList<>();
    for (ArgSpec argument : command.args()) {
      String begins = String.join(" ", argument.description()).split(" ", 2)[0];
      help.lines()
          .filter(line -> line.matches(" {6,}(\\S+ {2,})?\\Q" + begins + "\\E( .*)?"))
          .filter(line -> isOf(argument, line))
          .forEach(line -> columns.add(line.lastIndexOf("  " + begins) + 2));
    }
    assertThat(columns.stream().distinct().count()).as(help).isLessThanOrEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void nothing_in_a_help_is_taken_for_a_variable(CommandSpec command) {
    Stream<String[]> written =
        Stream.concat(
            Stream.of(command.usageMessage().description(), command.usageMessage().footer()),
            command.args().stream().map(ArgSpec::description));
    assertThat(words(HelpText.of(command.commandLine(), WIDTH)))
        .filteredOn("null"::equals)
        .hasSameSizeAs(
            written
                .flatMap(text -> words(String.join(" ", text)).stream())
                .filter("null"::equals)
                .toList())
        .noneMatch(word -> word.contains("${"));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_page_that_an_option_points_to_speaks_of_the_option(CommandSpec command) {
    for (OptionSpec option : command.options()) {
      Matcher pointer = POINTER.matcher(String.join(" ", option.description()));
      while (pointer.find()) {
        assertThat(page(pointer.group(1))).contains(option.longestName());
      }
    }
  }

  private static String page(String name) {
    return HelpText.topic(name, WIDTH)
        .orElseGet(
            () -> HelpText.of(CommandCatalogue.complete().getSubcommands().get(name), WIDTH));
  }

  private static boolean isOf(ArgSpec argument, String line) {
    return line.strip().startsWith(argument.isOption() ? "--" : argument.paramLabel());
  }

  /** A backslash at a line's end is the shell's, not a word. */
  private static List<String> words(String help) {
    return List.of(help.replace(" \\\n", " ").strip().split("\\s+"));
  }

  private static void isDescribed(ArgSpec argument) {
    assertThat(argument.description()).as(argument.toString()).isNotEmpty();
  }
}
