package io.github.wxcard.card;

import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.Fix;
import io.github.wxcard.card.source.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * What a thorough look at one file found.
 *
 * @param diagnostics in the order of the text
 * @param fixes what can be put right without a doubt
 * @param call what it is when it is no card definition, such as the body of another call
 * @param coupon whether it is of a type that real accounts cannot create any more
 * @param text the text that the fixes are for, without a byte order mark; empty when there is none
 */
public record LintResult(
    List<Diagnostic> diagnostics,
    List<Fix> fixes,
    Optional<String> call,
    boolean coupon,
    String text) {
  /** Whether nothing stops it from being sent. */
  public boolean ok() {
    return diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** The text with every fix made. */
  public String fixed() {
    return TextEdit.apply(text, fixes.stream().flatMap(fix -> fix.edits().stream()).toList());
  }

  /** A file of which there is nothing else to say: missing, unreadable, no text. */
  static LintResult of(Diagnostic diagnostic) {
    return new LintResult(List.of(diagnostic), List.of(), Optional.empty(), false, "");
  }
}
