package io.github.wxcard.card;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.Fix;
import io.github.wxcard.card.source.JsonRepairer;
import io.github.wxcard.card.source.JsonSourceMap;
import io.github.wxcard.card.source.JsonSyntaxError;
import io.github.wxcard.card.source.LenientParser;
import io.github.wxcard.card.source.RepairedText;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.card.source.SourceRange;
import io.github.wxcard.card.source.SourceText;
import io.github.wxcard.card.source.SyntaxFixes;
import io.github.wxcard.card.source.SyntaxRepair;
import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import io.github.wxcard.error.Failure;
import io.github.wxcard.text.InvisibleCharacters;
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
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<Fix> fixes = new ArrayList<>();

  /** Errors of values that are broken JSON as well. */
  private final Set<Diagnostic> unrepaired = new HashSet<>();

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
  public static LintResult lint(byte[] bytes, String name, Instant now) {
    try {
      DocumentReader.checkSize(bytes, name);
    } catch (Failure tooLong) {
      return unreadable(tooLong);
    }
    return new FileLinter(name, now).lint(DecodedText.of(bytes, name));
  }

  /** A file that could not be read at all. */
  public static LintResult unreadable(Failure failure) {
    return LintResult.of(
        Diagnostic.error(
            SourcePosition.START, "file", failure.getMessage(), failure.fix().orElse("")));
  }

  private LintResult lint(DecodedText encoding) {
    encoding.diagnostic().ifPresent(diagnostics::add);
    String text = encoding.text();
    List<Diagnostic> warnings = new ArrayList<>();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
      warnings.add(DocumentReader.BYTE_ORDER_MARK);
    }
    if (text.isBlank()) {
      diagnostics.add(
          Diagnostic.error(
              SourcePosition.START,
              Diagnostic.SYNTAX,
              "there is nothing in it",
              "Put a JSON document into it."));
    } else {
      lint(new SourceText(text), warnings);
    }
    diagnostics.sort(Comparator.comparing(Diagnostic::position));
    boolean editable = encoding.diagnostic().isEmpty();
    return new LintResult(
        List.copyOf(diagnostics), editable ? List.copyOf(fixes) : List.of(), call, coupon, text);
  }

  private void lint(SourceText source, List<Diagnostic> warnings) {
    try {
      JsonDocument document = DocumentReader.document(name, warnings, LenientParser.parse(source));
      conclude(source, document, collect(document, false), true);
    } catch (JsonSyntaxError broken) {
      lint(source, JsonRepairer.repair(source.text()), warnings);
    }
  }

  private void lint(SourceText source, RepairedText repaired, List<Diagnostic> warnings) {
    for (SyntaxRepair repair : repaired.repairs()) {
      SourcePosition position = source.position(repair.offset());
      diagnostics.add(
          Diagnostic.error(position, Diagnostic.SYNTAX, repair.message(), repair.remedy()));
    }
    try {
      LenientParser.Parsed parsed = LenientParser.parse(repaired.source());
      for (Diagnostic warning : parsed.warnings()) {
        int offset = repaired.source().offset(warning.position());
        warnings.add(warning.at(source.position(repaired.origin(offset))));
      }
      JsonSourceMap sourceMap = parsed.sourceMap().moved(repaired::origin, source);
      lint(source, repaired, new JsonDocument(name, parsed.tree(), warnings, sourceMap, List.of()));
    } catch (JsonSyntaxError beyondRepair) {
      fix(source, repaired, Applicability.CERTAIN, List.of());
      if (diagnostics.stream().noneMatch(Diagnostic::isError)) {
        diagnostics.add(
            Diagnostic.error(
                source.position(repaired.origin(beyondRepair.offset())),
                Diagnostic.SYNTAX,
                InvisibleCharacters.named(beyondRepair.getMessage()),
                "Correct the JSON at this place."));
      }
    }
  }

  /** Things that stand elsewhere than they belong tell that a bracket is missing further up. */
  private void lint(SourceText source, RepairedText repaired, JsonDocument document) {
    DiagnosticCollector collector = collect(document, repaired.incomplete());
    boolean displaced = repaired.nestingUncertain() && collector.displaced();
    if (displaced) {
      collector = collect(document, true);
    }
    List<Diagnostic> errors = collector.all().stream().filter(Diagnostic::isError).toList();
    fix(source, repaired, Applicability.CERTAIN, errors);
    if (!displaced) {
      fix(source, repaired, Applicability.IF_IN_PLACE, errors);
    }
    conclude(source, document, collector, !displaced && !repaired.incomplete());
  }

  private DiagnosticCollector collect(JsonDocument document, boolean nestingUncertain) {
    DiagnosticCollector collector =
        new DiagnosticCollector(document.sourceMap(), List.of(), nestingUncertain);
    call = DefinitionLinter.lintAny(document, now, collector);
    coupon = call.isEmpty() && CouponTypes.include(CardBody.of(document.tree()).type());
    return collector;
  }

  private void conclude(
      SourceText source, JsonDocument document, DiagnosticCollector collector, boolean certain) {
    Set<SourcePosition> broken = new HashSet<>();
    diagnostics.forEach(diagnostic -> broken.add(diagnostic.position()));
    for (Diagnostic diagnostic : collector.all()) {
      if (!broken.contains(diagnostic.position()) || unrepaired.contains(diagnostic)) {
        diagnostics.add(diagnostic);
      }
    }
    NavigableMap<Integer, SourceRange> wrong = new TreeMap<>();
    collector.all().stream()
        .filter(Diagnostic::isError)
        .flatMap(error -> document.sourceMap().range(error.pointer()).stream())
        .filter(range -> range.isQuoted(source.text()))
        .forEach(range -> wrong.put(range.start(), range));
    fixes.addAll(new SyntaxFixes(source, wrong).of(document.warnings()));
    if (certain) {
      fixes.addAll(new FixPlanner(source.text(), document).plan(collector.fixes()));
    }
  }

  /** A value that would be wrong when it is repaired stays as it is. */
  private void fix(
      SourceText source,
      RepairedText repaired,
      Applicability applicability,
      List<Diagnostic> errors) {
    for (SyntaxRepair repair : repaired.repairs()) {
      SourcePosition position = source.position(repair.offset());
      List<Diagnostic> left =
          repair.isReplacement()
              ? errors.stream().filter(error -> error.position().equals(position)).toList()
              : List.of();
      if (repair.applicability() == applicability && left.isEmpty()) {
        fixes.add(
            new Fix(position, Diagnostic.SYNTAX, "mended: " + repair.message(), repair.edits()));
      }
      unrepaired.addAll(left);
    }
  }
}
