package io.github.wxcard.card;

import io.github.wxcard.card.repair.TextEdit;
import java.util.List;
import java.util.Optional;

/**
 * What a thorough look at one file found.
 *
 * @param findings in the order of the text
 * @param changes what can be put right without a doubt
 * @param call what it is when it is no card definition, such as the body of another call
 * @param coupon whether it is of a type that real accounts cannot create any more
 * @param text the text that the changes are for, without a byte order mark; empty when there is
 *     none
 */
public record LintResult(
    List<Diagnostic> findings,
    List<Fix> changes,
    Optional<String> call,
    boolean coupon,
    String text) {

  /** Whether nothing stops it from being sent. */
  public boolean ok() {
    return findings.stream().noneMatch(Diagnostic::stops);
  }

  /** The text with every change made. */
  public String changed() {
    return TextEdit.apply(
        text, changes.stream().flatMap(change -> change.edits().stream()).toList());
  }

  /** A file of which there is nothing else to say: missing, unreadable, no text. */
  static LintResult of(Diagnostic finding) {
    return new LintResult(List.of(finding), List.of(), Optional.empty(), false, "");
  }
}
