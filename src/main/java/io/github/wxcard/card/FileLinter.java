package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.wxcard.card.repair.Applicability;
import io.github.wxcard.card.repair.JsonRepairer;
import io.github.wxcard.card.repair.RepairedText;
import io.github.wxcard.card.repair.SyntaxRepair;
import io.github.wxcard.error.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks at whatever is in a file: what is broken in one way is still checked in all the others. */
public final class FileLinter {
  private final String name;
  private final Instant now;
  private final List<Diagnostic> findings = new ArrayList<>();
  private final List<Fix> changes = new ArrayList<>();

  /** Errors of values that are broken JSON as well. */
  private final Set<Diagnostic> unmended = new HashSet<>();

  private Optional<String> call = Optional.empty();
  private boolean coupon;

  private FileLinter(String name, Instant now) {
    this.name = name;
    this.now = now;
  }

  /**
   * Looks at one document.
   *
   * @param name what to call it in messages
   * @param now what is past
   */
  public static LintResult inspect(byte[] bytes, String name, Instant now) {
    return new FileLinter(name, now).inspect(bytes);
  }

  /** A file that could not be read at all. */
  public static LintResult unreadable(Failure failure) {
    return LintResult.of(whole("file", failure));
  }

  private LintResult inspect(byte[] bytes) {
    try {
      DocumentReader.measure(bytes, name);
    } catch (Failure tooLong) {
      return LintResult.of(whole("file", tooLong));
    }
    Decoded decoded = Decoded.of(bytes, name);
    decoded.finding().ifPresent(findings::add);
    String text = decoded.text();
    List<Slip> slips = new ArrayList<>();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      slips.add(DocumentReader.BYTE_ORDER_MARK);
    }
    if (text.isBlank()) {
      findings.add(
          new Diagnostic(
              "",
              1,
              1,
              Severity.ERROR,
              "syntax",
              "there is nothing in it",
              "Put a JSON document into it."));
    } else {
      read(text, slips);
    }
    findings.sort(Comparator.comparingInt(Diagnostic::line).thenComparingInt(Diagnostic::column));
    boolean editable = decoded.finding().isEmpty();
    return new LintResult(
        List.copyOf(findings), editable ? List.copyOf(changes) : List.of(), call, coupon, text);
  }

  private void read(String text, List<Slip> slips) {
    try {
      check(text, DocumentReader.parse(text, name, slips));
    } catch (JsonProcessingException broken) {
      mended(text, JsonRepairer.mend(text), slips);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mended(String text, RepairedText mended, List<Slip> slips) {
    SourceText lines = new SourceText(text);
    for (SyntaxRepair trouble : mended.troubles()) {
      SourcePosition place = lines.at(trouble.at());
      findings.add(
          new Diagnostic(
              "",
              place.line(),
              place.column(),
              Severity.ERROR,
              "syntax",
              trouble.what(),
              trouble.fix()));
    }
    try {
      JsonDocument read = DocumentReader.parse(mended.text(), name, List.of());
      Origins origins = new Origins(mended, lines);
      List<Slip> all = new ArrayList<>(slips);
      read.slips().forEach(slip -> all.add(origins.slip(slip)));
      JsonSourceMap positions = origins.positions(read.positions());
      check(text, mended, lines, new JsonDocument(name, read.tree(), all, positions));
    } catch (JsonProcessingException e) {
      mend(mended, lines, Applicability.CERTAIN, List.of());
      if (findings.stream().noneMatch(Diagnostic::stops)) {
        findings.add(BrokenJson.finding(e));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Things that stand elsewhere than they belong tell that a bracket is missing further up. */
  private void check(String text, RepairedText mended, SourceText lines, JsonDocument definition) {
    DiagnosticCollector report = report(definition, mended.lost());
    boolean displaced = mended.shaken() && report.displaced();
    if (displaced) {
      report = report(definition, true);
    }
    List<Diagnostic> errors = report.findings().stream().filter(Diagnostic::stops).toList();
    mend(mended, lines, Applicability.CERTAIN, errors);
    if (!displaced) {
      mend(mended, lines, Applicability.IF_IN_PLACE, errors);
    }
    conclude(text, definition, report, !displaced && !mended.lost());
  }

  private void check(String text, JsonDocument definition) {
    conclude(text, definition, report(definition, false), true);
  }

  private DiagnosticCollector report(JsonDocument definition, boolean shaken) {
    DiagnosticCollector report = new DiagnosticCollector(definition.positions(), List.of(), shaken);
    call = Lint.run(definition, now, report);
    coupon = call.isEmpty() && CouponTypes.include(CardBody.of(definition.tree()).type());
    return report;
  }

  private void conclude(
      String text, JsonDocument definition, DiagnosticCollector report, boolean certain) {
    List<Diagnostic> syntax = List.copyOf(findings);
    for (Diagnostic finding : report.findings()) {
      boolean follows = syntax.stream().anyMatch(finding::samePlace);
      if (!follows || unmended.contains(finding)) {
        findings.add(finding);
      }
    }
    NavigableMap<Integer, SourceRange> wrong = new TreeMap<>();
    report.findings().stream()
        .filter(Diagnostic::stops)
        .flatMap(error -> definition.positions().span(error.pointer()).stream())
        .filter(value -> value.isText(text))
        .forEach(value -> wrong.put(value.start(), value));
    changes.addAll(new SlipChanges(text, new SourceText(text), wrong).of(definition.slips()));
    if (certain) {
      changes.addAll(new FixPlanner(text, definition).changes(report.amendments()));
    }
  }

  /** A value that would be wrong when it is mended stays as it is. */
  private void mend(
      RepairedText mended, SourceText lines, Applicability surety, List<Diagnostic> errors) {
    for (SyntaxRepair trouble : mended.troubles()) {
      SourcePosition place = lines.at(trouble.at());
      List<Diagnostic> left =
          trouble.replacesWhatIsThere()
              ? errors.stream().filter(error -> error.stands(place)).toList()
              : List.of();
      if (trouble.surety() == surety && left.isEmpty()) {
        changes.add(new Fix(place, "syntax", "mended: " + trouble.what(), trouble.edits()));
      }
      unmended.addAll(left);
    }
  }

  private static Diagnostic whole(String rule, Failure failure) {
    return new Diagnostic(
        "", 1, 1, Severity.ERROR, rule, failure.getMessage(), failure.fix().orElse(""));
  }
}
