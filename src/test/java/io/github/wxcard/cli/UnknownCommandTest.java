package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A word in a command's place that is none, with {@code --help} before or after it. */
final class UnknownCommandTest {
  @TempDir Path home;

  /** The words of every command that has others below it; none for the program itself. */
  static Stream<List<String>> groups() {
    List<List<String>> groups = new ArrayList<>();
    collect(CommandCatalogue.complete().getCommandSpec(), groups);
    return groups.stream();
  }

  private static void collect(CommandSpec command, List<List<String>> groups) {
    if (!command.subcommands().isEmpty()) {
      groups.add(Arrays.asList(command.qualifiedName().split(" ")).subList(1, depth(command)));
      for (CommandLine sub : command.subcommands().values()) {
        collect(sub.getCommandSpec(), groups);
      }
    }
  }

  private static int depth(CommandSpec command) {
    return command.qualifiedName().split(" ").length;
  }

  @ParameterizedTest
  @MethodSource("groups")
  void is_told_in_every_group(List<String> group) {
    for (List<String> rest :
        List.of(List.of("bogus", "--help"), List.of("--help", "bogus"), List.of("bogus", "-h"))) {
      List<String> words = new ArrayList<>(group);
      words.addAll(rest);
      Run run = new Wxcard(home).run(words.toArray(String[]::new)).exits(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("'bogus'", "Next: ");
    }
    List<String> help = new ArrayList<>(List.of("help"));
    help.addAll(group);
    help.add("bogus");
    assertThat(new Wxcard(home).run(help.toArray(String[]::new)).exits(2).err()).contains("bogus");
  }

  @ParameterizedTest
  @MethodSource("groups")
  void does_not_stop_the_help_of_what_there_is(List<String> group) {
    List<String> words = new ArrayList<>(group);
    words.add("--help");
    assertThat(new Wxcard(home).run(words.toArray(String[]::new)).exits(0).out())
        .contains("Usage: wxcard");
  }
}
