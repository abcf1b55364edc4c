package io.github.wxcard.output;

import io.github.wxcard.text.PrintableText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A report that every CI system shows as tests: one suite, one case a step. */
public record JunitXml(String suite, Instant started, List<Case> cases) {
  /**
   * One step.
   *
   * @param failure what went wrong; the first line is shown in lists
   * @param skipped why the step did not run
   */
  public record Case(
      String name, Duration took, Optional<String> failure, Optional<String> skipped) {
    public static Case passed(String name, Duration took) {
      return new Case(name, took, Optional.empty(), Optional.empty());
    }

    public static Case failed(String name, Duration took, String text) {
      return new Case(name, took, Optional.of(text), Optional.empty());
    }

    public static Case skipped(String name, String reason) {
      return new Case(name, Duration.ZERO, Optional.empty(), Optional.of(reason));
    }
  }

  /** The bytes of the file, UTF-8. */
  public byte[] bytes() {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.append("<testsuites>\n  <testsuite");
    attribute(xml, "name", suite);
    attribute(xml, "tests", String.valueOf(cases.size()));
    attribute(xml, "failures", count(cases.stream().map(Case::failure).toList()));
    attribute(xml, "errors", "0");
    attribute(xml, "skipped", count(cases.stream().map(Case::skipped).toList()));
    attribute(
        xml, "time", seconds(cases.stream().map(Case::took).reduce(Duration.ZERO, Duration::plus)));
    attribute(xml, "timestamp", started.toString());
    xml.append(">\n");
    cases.forEach(step -> append(xml, step));
    xml.append("  </testsuite>\n</testsuites>\n");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void append(StringBuilder xml, Case step) {
    xml.append("    <testcase");
    attribute(xml, "classname", suite);
    attribute(xml, "name", step.name());
    attribute(xml, "time", seconds(step.took()));
    xml.append(">");
    step.failure().ifPresent(text -> appendFailure(xml, text));
    step.skipped().ifPresent(reason -> appendSkipped(xml, reason));
    xml.append("</testcase>\n");
  }

  private static void appendFailure(StringBuilder xml, String text) {
    xml.append("<failure");
    attribute(xml, "message", text.lines().findFirst().orElse(""));
    xml.append(">").append(escaped(PrintableText.lines(text))).append("</failure>");
  }

  private static void appendSkipped(StringBuilder xml, String reason) {
    xml.append("<skipped");
    attribute(xml, "message", reason);
    xml.append("/>");
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ')
        .append(name)
        .append("=\"")
        .append(escaped(PrintableText.line(value)))
        .append('"');
  }

  private static String count(List<Optional<String>> reasons) {
    return String.valueOf(reasons.stream().filter(Optional::isPresent).count());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toNanos() / 1e9);
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().filter(JunitXml::allowed).forEach(point -> safe.append(escaped(point)));
    return safe.toString();
  }

  private static String escaped(int point) {
    return switch (point) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      default -> Character.toString(point);
    };
  }

  /** XML has no way to write the other control characters, nor half a character. */
  private static boolean allowed(int point) {
    boolean space = point == '\t' || point == '\n' || point == '\r';
    boolean text = point >= ' ' && !Character.isISOControl(point);
    boolean broken = (point >= 0xd800 && point <= 0xdfff) || point == 0xfffe || point == 0xffff;
    return (space || text) && !broken;
  }
}
