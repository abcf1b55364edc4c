package io.github.wxcard.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the sandbox answers, byte for byte: each group is a table of what is sent, beside a file
 * with what came back. With {@code -Dwxcard.approve=true} what comes back now is written there.
 */
final class RecordedExchangesTest {
  private static final int MOST_SHOWN = 3;
  private static final int MOST_NAMED = 20;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform",
        "cards",
        "sharing",
        "codes",
        "members",
        "tickets",
        "unknown",
        "panel",
        "journal",
        "pages",
        "faults",
        "uploads",
        "protocol",
        "pipelines",
        "bodies",
        "access",
        "whitelist",
        "strict",
        "rights",
        "cardless",
        "counts",
      })
  void the_sandbox_answers_as_it_did(String group) {
    Map<String, String> now = ExchangeRecorder.record(group);
    if (Boolean.getBoolean("wxcard.approve")) {
      approve(group, now);
      return;
    }
    Map<String, String> then = ExchangeTable.approved(group);
    Set<String> names = new LinkedHashSet<>(then.keySet());
    names.addAll(now.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : names) {
      String old = then.getOrDefault(name, "not there\n");
      String fresh = now.getOrDefault(name, "not there\n");
      if (!old.equals(fresh)) {
        differences.add(
            differences.size() < MOST_SHOWN ? difference(name, old, fresh) : "and " + name);
      }
    }
    if (!differences.isEmpty()) {
      Assertions.fail(
          "%d of %d exchanges differ in %s; -Dwxcard.approve=true approves them%n%s"
              .formatted(differences.size(), names.size(), group, shown(differences)));
    }
  }

  private static String shown(List<String> differences) {
    int more = differences.size() - MOST_NAMED;
    return String.join("\n", differences.subList(0, Math.min(differences.size(), MOST_NAMED)))
        + (more > 0 ? "\nand " + more + " more" : "");
  }

  private static void approve(String group, Map<String, String> exchanges) {
    Path folder =
        Path.of(
            System.getProperty("basedir", "."),
            "src/test/resources/io/github/wxcard/record/exchanges");
    try {
      Files.writeString(folder.resolve(group + ".approved"), String.join("", exchanges.values()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of both sides from the first that differs to the last. */
  private static String difference(String name, String old, String fresh) {
    List<String> before = old.lines().toList();
    List<String> after = fresh.lines().toList();
    int shorter = Math.min(before.size(), after.size());
    int from = 0;
    while (from < shorter && before.get(from).equals(after.get(from))) {
      from++;
    }
    int tail = 0;
    while (tail < shorter - from
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    return name
        + "\n  approved: "
        + String.join("\n            ", before.subList(from, before.size() - tail))
        + "\n  now:      "
        + String.join("\n            ", after.subList(from, after.size() - tail));
  }
}
