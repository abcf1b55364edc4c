package io.github.wxcard.cli.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.LintResult;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.cli.base.DiagnosticPrinter;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Page.Paragraph;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.StyledLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was found in some files. */
record LintReport(List<Linted> files) implements Result {
  private static final int HANGING = 2;

  /** One file, as the person called it, and what was found in it. */
  record Linted(String file, LintResult result) {
    /** What it is when it is no card definition. */
    Optional<String> remark() {
      return result.call().map(name -> "%s is %s, looked at as such".formatted(file, name));
    }
  }

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("files");
    for (Linted one : files) {
      ObjectNode entry = list.addObject().put("file", one.file).put("ok", one.result.ok());
      ArrayNode findings = entry.putArray("findings");
      one.result.diagnostics().forEach(diagnostic -> findings.add(diagnostic.json()));
    }
    return json;
  }

  @Override
  public void text(Page page) {
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Linted one : files) {
      for (Diagnostic diagnostic : one.result.diagnostics()) {
        StyledLine line = page.styled().add(diagnostic.position().in(one.file) + ": ");
        line.add(DiagnosticPrinter.style(diagnostic), diagnostic.severity().label()).add(" ");
        paragraphs.add(new Paragraph(line, diagnostic.editorMessage(), HANGING));
      }
    }
    page.paragraphs(paragraphs);
  }

  /** A line for each diagnostic. */
  List<String> editorLines() {
    return files.stream()
        .flatMap(one -> one.result.diagnostics().stream().map(found -> found.editorLine(one.file)))
        .toList();
  }

  @Override
  public Optional<Failure> failure() {
    if (count(true) == 0) {
      return Optional.empty();
    }
    boolean fixable = files.stream().anyMatch(one -> !one.result.fixes().isEmpty());
    return Optional.of(
        Failure.of(
            FailureKind.INPUT,
            summary(),
            fixable
                ? "Correct what is said above; --fix does the part that is certain."
                : "Correct what is said above; each finding ends with what to do."));
  }

  /** That coupons are for a sandbox; empty when there is none, or worse to say. */
  Optional<String> couponNote() {
    List<String> coupons =
        files.stream().filter(one -> one.result.coupon()).map(Linted::file).toList();
    return coupons.isEmpty() || failure().isPresent()
        ? Optional.empty()
        : Optional.of(
            "Since 2021-04-01 real accounts cannot create coupons any more, a sandbox can: "
                + String.join(", ", coupons));
  }

  /** A failure says it as well. */
  @Override
  public Optional<String> afterword() {
    return failure().isEmpty() ? Optional.of(summary()) : Optional.empty();
  }

  /** The numbers of errors, warnings and files. */
  String summary() {
    return "%s and %s in %s"
        .formatted(
            counted(count(true), "error"),
            counted(count(false), "warning"),
            counted(files.size(), "file"));
  }

  private long count(boolean errors) {
    return files.stream()
        .flatMap(one -> one.result.diagnostics().stream())
        .map(Diagnostic::isError)
        .filter(error -> error == errors)
        .count();
  }

  private static String counted(long number, String what) {
    return (number == 0 ? "no" : number) + " " + what + (number == 1 ? "" : "s");
  }
}
