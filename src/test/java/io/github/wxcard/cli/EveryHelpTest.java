package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** What every command's help owes its reader. */
final class EveryHelpTest {
  private static final int WIDTH = 100;

  static Stream<CommandSpec> commands() {
    return Leaves.all().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_shows_an_example_of_itself(CommandSpec command) {
    assertThat(String.join("\n", command.usageMessage().footer()))
        .contains("\n  " + command.qualifiedName());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_command_and_each_of_its_options_says_what_it_is_for(CommandSpec command) {
    assertThat(command.usageMessage().description()).isNotEmpty();
    assertThat(command.args())
        .filteredOn(argument -> !argument.hidden())
        .allSatisfy(EveryHelpTest::isDescribed);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void a_help_fits_a_terminal(CommandSpec command) {
    assertThat(HelpText.of(command.commandLine()).lines())
        .allSatisfy(
            line -> assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(WIDTH));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void lines_that_were_broken_by_hand_are_not_broken_again(CommandSpec command) {
    String help = HelpText.of(command.commandLine());
    assertThat(command.args())
        .filteredOn(argument -> Stream.of(argument.description()).anyMatch(help::contains))
        .allSatisfy(argument -> assertThat(help).contains(argument.description()));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void nothing_in_a_help_is_taken_for_a_variable(CommandSpec command) {
    assertThat(HelpText.of(command.commandLine())).doesNotContainPattern("\\bnull (is|the|or)\\b");
  }

  private static void isDescribed(ArgSpec argument) {
    assertThat(argument.description()).as(argument.toString()).isNotEmpty();
  }
}
