package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.client.KnownCalls;
import io.github.wxcard.error.ErrorTable;
import io.github.wxcard.error.Remedy;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** An explanation of an error must not send people to commands that do not exist. */
class RemediesTest {
  private static final Pattern OURS = Pattern.compile("/|/sandbox/[a-z]*");
  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  static Stream<String> commandsThatRemediesName() {
    Stream<String> usual =
        ErrorTable.all().stream()
            .flatMap(
                row -> Stream.of(row.meaning(), row.remedy(), row.meaningZh(), row.remedyZh()));
    Stream<String> special =
        Remedy.all().stream()
            .flatMap(
                row -> Stream.of(row.meaning(), row.remedy(), row.meaningZh(), row.remedyZh()));
    return Stream.concat(usual, special)
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
      } else if (!command.getSubcommands().isEmpty()) {
        command = command.getSubcommands().get(word);
        assertThat(command).as(line).isNotNull();
      }
    }
  }

  @Test
  void a_remedy_for_some_calls_is_about_a_code_and_a_path_that_exist() {
    List<String> paths = KnownCalls.all().stream().map(KnownCalls.Known::path).toList();
    for (Remedy each : Remedy.all()) {
      assertThat(ErrorTable.find(each.code())).as("%s", each).isPresent();
      assertThat(paths.contains(each.path()) || OURS.matcher(each.path()).matches())
          .as("%s", each)
          .isTrue();
      assertThat(each.meaning().isEmpty()).as("%s", each).isEqualTo(each.remedyZh().isEmpty());
    }
  }

  @Test
  void the_longest_path_decides_and_an_empty_row_means_the_usual() {
    assertThat(remedy(40079, "/card/create")).contains("date_info").isEqualTo(usual(40079));
    assertThat(remedy(40079, "/card/membercard/activate")).doesNotContain("date_info");
    assertThat(remedy(40079, "/sandbox/clock")).contains("wxcard sandbox clock +15d");
    assertThat(remedy(40073, "/card/get")).isEqualTo(usual(40073));
    assertThat(ErrorTable.find(1, "/card/get")).isEmpty();
  }

  private static String remedy(int code, String path) {
    return ErrorTable.find(code, path).orElseThrow().remedy();
  }

  private static String usual(int code) {
    return ErrorTable.find(code).orElseThrow().remedy();
  }
}
