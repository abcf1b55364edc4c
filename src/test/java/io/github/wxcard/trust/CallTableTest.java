package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.cli.Leaves;
import io.github.wxcard.client.KnownCalls;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;

/** The fault matrix forgets no command. */
final class CallTableTest {
  /** Commands that ask no API for anything, and why the matrix has no row for them. */
  private static final Map<String, List<String>> NO_ROW =
      Map.of(
          "offline",
          List.of(
              "sign callback",
              "new",
              "lint",
              "explain",
              "agent",
              "link build",
              "event list",
              "event decrypt",
              "profile list",
              "profile use",
              "profile show",
              "profile remove",
              "config list",
              "config get",
              "config set",
              "config unset",
              "help"),
          "a server, or the calls of a merchant's own one",
          List.of("event check", "event listen", "event trigger", "sandbox serve"),
          "runs other commands",
          List.of("run", "repl", "sandbox exec"),
          "asks until somebody answers at all, or does without an answer",
          List.of("sandbox wait", "sandbox env"));

  private final Set<String> leaves =
      Leaves.all().stream().map(CallTableTest::name).collect(Collectors.toCollection(TreeSet::new));

  @Test
  void every_command_has_a_row_or_a_reason_to_have_none() {
    Set<String> expected = new TreeSet<>(leaves);
    NO_ROW.values().forEach(expected::removeAll);

    assertThat(rows()).isEqualTo(expected);
  }

  /** A call that no table has would pass with the errcode 0 alone. */
  @Test
  void what_a_success_looks_like_is_known_of_every_call_that_a_command_makes() {
    Set<String> known =
        KnownCalls.all().stream().map(KnownCalls.Known::path).collect(Collectors.toSet());

    assertThat(Call.all())
        .filteredOn(call -> !call.is("any") && !call.path().startsWith("/sandbox/"))
        .allSatisfy(call -> assertThat(known).contains(call.path()));
  }

  @Test
  void no_row_is_missing_for_a_command_that_is_gone() {
    Set<String> named = new HashSet<>();
    NO_ROW.values().forEach(named::addAll);

    assertThat(leaves).containsAll(named);
  }

  /** The commands of the table: the longest name that a line begins with. */
  private Set<String> rows() {
    return Call.all().stream().map(call -> command(call.line())).collect(Collectors.toSet());
  }

  private String command(String line) {
    return leaves.stream()
        .filter(leaf -> (line + " ").startsWith(leaf + " "))
        .reduce((shorter, longer) -> longer)
        .orElseThrow(() -> new AssertionError("no such command: " + line));
  }

  private static String name(CommandSpec leaf) {
    return Stream.of(leaf.qualifiedName().split(" ", -1)).skip(1).collect(Collectors.joining(" "));
  }
}
