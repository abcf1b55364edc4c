package io.github.wxcard.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What was measured, as a table while it goes on and as JSON at the end. */
final class Report {
  private final ObjectNode json = Json.object();
  private final String ours;
  private final String theirs;

  /**
   * @param ours what the first column measures
   * @param theirs what it is compared with
   */
  Report(String ours, String theirs) {
    this.ours = ours;
    this.theirs = theirs;
    row("", ours, theirs, "ratio", "target", "");
  }

  /** What a ratio shall be; {@code NONE} when it is only told. */
  record Target(String sense, double limit) {
    static final Target NONE = new Target("", 0);

    static Target atMost(double limit) {
      return new Target("at most", limit);
    }

    static Target atLeast(double limit) {
      return new Target("at least", limit);
    }

    String verdict(double value) {
      boolean met = sense.equals("at least") ? value >= limit : value <= limit;
      return sense.isEmpty() ? "" : met ? "met" : "missed";
    }

    @Override
    public String toString() {
      return sense.isEmpty() ? "" : String.format(Locale.ROOT, "%s %.2f", sense, limit);
    }
  }

  /** A line that compares pair by pair. */
  void compare(String what, String format, Measurements mine, Measurements other, Target target) {
    Measurements ratio = mine.over(other);
    String verdict = target.verdict(ratio.median());
    row(
        what,
        mine.text(format),
        other.text(format),
        ratio.text("%.2f"),
        target.toString(),
        verdict);
    ObjectNode entry = entry(what, mine, target, verdict);
    entry.put(theirs, other.median()).put("ratio", ratio.median());
    entry.put("ratio_least", ratio.at(0)).put("ratio_most", ratio.at(1));
  }

  /** A line of one value that has a limit of its own. */
  void state(String what, String format, Measurements mine, Target target) {
    String verdict = target.verdict(mine.median());
    row(what, mine.text(format), "", "", target.toString(), verdict);
    entry(what, mine, target, verdict);
  }

  /** Writes the JSON beside the others. */
  void write(Path file) throws IOException {
    Files.writeString(file, Json.pretty(json) + "\n");
  }

  private ObjectNode entry(String what, Measurements mine, Target target, String verdict) {
    ObjectNode entry = json.putObject(what);
    entry.put(ours, mine.median()).put("least", mine.at(0)).put("most", mine.at(1));
    entry.put("samples", mine.count());
    return entry.put("target", target.toString()).put("verdict", verdict);
  }

  private static void row(String... cells) {
    System.out.printf(Locale.ROOT, "%-48s %-22s %-24s %-20s %-14s %s%n", (Object[]) cells);
  }
}
