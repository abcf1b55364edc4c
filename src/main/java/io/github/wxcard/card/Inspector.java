package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.wxcard.card.mend.Mended;
import io.github.wxcard.card.mend.Mender;
import io.github.wxcard.card.mend.Surety;
import io.github.wxcard.card.mend.Trouble;
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
public final class Inspector {
  private final String name;
  private final Instant now;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();

  /** Errors of values that are broken JSON as well. */
  private final Set<Finding> unmended = new HashSet<>();

  private Optional<String> call = Optional.empty();
  private boolean coupon;

  private Inspector(String name, Instant now) {
    this.name = name;
    this.now = now;
  }

  /**
   * Looks at one document.
   *
   * @param name what to call it in messages
   * @param now what is past
   */
  public static Inspection inspect(byte[] bytes, String name, Instant now) {
    return new Inspector(name, now).inspect(bytes);
  }

  /** A file that could not be read at all. */
  public static Inspection unreadable(Failure failure) {
    return Inspection.of(whole("file", failure));
  }

  private Inspection inspect(byte[] bytes) {
    try {
      LenientJson.measure(bytes, name);
    } catch (Failure tooLong) {
      return Inspection.of(whole("file", tooLong));
    }
    Decoded decoded = Decoded.of(bytes, name);
    decoded.finding().ifPresent(findings::add);
    String text = decoded.text();
    List<Slip> slips = new ArrayList<>();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      slips.add(LenientJson.BYTE_ORDER_MARK);
    }
    if (text.isBlank()) {
      findings.add(
          new Finding(
              "",
              1,
              1,
              Level.ERROR,
              "syntax",
              "there is nothing in it",
              "Put a JSON document into it."));
    } else {
      read(text, slips);
    }
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
    boolean editable = decoded.finding().isEmpty();
    return new Inspection(
        List.copyOf(findings), editable ? List.copyOf(changes) : List.of(), call, coupon, text);
  }

  private void read(String text, List<Slip> slips) {
    try {
      check(text, LenientJson.parse(text, name, slips));
    } catch (JsonProcessingException broken) {
      mended(text, Mender.mend(text), slips);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mended(String text, Mended mended, List<Slip> slips) {
    TextLines lines = new TextLines(text);
    for (Trouble trouble : mended.troubles()) {
      Place place = lines.at(trouble.at());
      findings.add(
          new Finding(
              "",
              place.line(),
              place.column(),
              Level.ERROR,
              "syntax",
              trouble.what(),
              trouble.fix()));
    }
    try {
      Definition read = LenientJson.parse(mended.text(), name, List.of());
      Origins origins = new Origins(mended, lines);
      List<Slip> all = new ArrayList<>(slips);
      read.slips().forEach(slip -> all.add(origins.slip(slip)));
      Positions positions = origins.positions(read.positions());
      check(text, mended, lines, new Definition(name, read.tree(), all, positions));
    } catch (JsonProcessingException e) {
      mend(mended, lines, Surety.CERTAIN, List.of());
      if (findings.stream().noneMatch(Finding::stops)) {
        findings.add(BrokenJson.finding(e));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Things that stand elsewhere than they belong tell that a bracket is missing further up. */
  private void check(String text, Mended mended, TextLines lines, Definition definition) {
    Report report = report(definition, mended.lost());
    boolean displaced = mended.shaken() && report.displaced();
    if (displaced) {
      report = report(definition, true);
    }
    List<Finding> errors = report.findings().stream().filter(Finding::stops).toList();
    mend(mended, lines, Surety.CERTAIN, errors);
    if (!displaced) {
      mend(mended, lines, Surety.IF_IN_PLACE, errors);
    }
    conclude(text, definition, report, !displaced && !mended.lost());
  }

  private void check(String text, Definition definition) {
    conclude(text, definition, report(definition, false), true);
  }

  private Report report(Definition definition, boolean shaken) {
    Report report = new Report(definition.positions(), List.of(), shaken);
    call = Lint.run(definition, now, report);
    coupon = call.isEmpty() && Coupons.include(CardBody.of(definition.tree()).type());
    return report;
  }

  private void conclude(String text, Definition definition, Report report, boolean certain) {
    List<Finding> syntax = List.copyOf(findings);
    for (Finding finding : report.findings()) {
      boolean follows = syntax.stream().anyMatch(finding::samePlace);
      if (!follows || unmended.contains(finding)) {
        findings.add(finding);
      }
    }
    NavigableMap<Integer, Span> wrong = new TreeMap<>();
    report.findings().stream()
        .filter(Finding::stops)
        .flatMap(error -> definition.positions().span(error.pointer()).stream())
        .filter(value -> value.isText(text))
        .forEach(value -> wrong.put(value.start(), value));
    changes.addAll(new SlipChanges(text, new TextLines(text), wrong).of(definition.slips()));
    if (certain) {
      changes.addAll(new Amender(text, definition).changes(report.amendments()));
    }
  }

  /** A value that would be wrong when it is mended stays as it is. */
  private void mend(Mended mended, TextLines lines, Surety surety, List<Finding> errors) {
    for (Trouble trouble : mended.troubles()) {
      Place place = lines.at(trouble.at());
      List<Finding> left =
          trouble.replacesWhatIsThere()
              ? errors.stream().filter(error -> error.stands(place)).toList()
              : List.of();
      if (trouble.surety() == surety && left.isEmpty()) {
        changes.add(new Change(place, "syntax", "mended: " + trouble.what(), trouble.edits()));
      }
      unmended.addAll(left);
    }
  }

  private static Finding whole(String rule, Failure failure) {
    return new Finding("", 1, 1, Level.ERROR, rule, failure.getMessage(), failure.fix().orElse(""));
  }
}
