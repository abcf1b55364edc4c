package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.error.ErrorTable;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** An explanation of an error must not send people to commands that do not exist. */
class RemediesTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  static Stream<String> commandsThatRemediesName() {
    return ErrorTable.all().stream()
        .flatMap(row -> Stream.of(row.meaning(), row.remedy(), row.meaningZh(), row.remedyZh()))
        .flatMap(text -> QUOTED.matcher(text).results())
        .map((MatchResult found) -> found.group(1))
        .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll)
        .stream();
  }

  @ParameterizedTest
  @MethodSource("commandsThatRemediesName")
  void a_command_that_a_remedy_names_exists(String line) {
    List<String> words = List.of(line.split(" ", -1));
    assertThat(words.get(0)).isEqualTo("wxcard");
    CommandLine command = CommandCatalogue.complete();
    for (String word : words.subList(1, words.size())) {
      if (word.startsWith("--")) {
        assertThat(command.getCommandSpec().findOption(word)).as(line).isNotNull();
      } else if (!word.equals(word.toUpperCase(Locale.ROOT))) {
        command = command.getSubcommands().get(word);
        assertThat(command).as(line).isNotNull();
      }
    }
  }
}
