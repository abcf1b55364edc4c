package io.github.wxcard.card;

import io.github.wxcard.card.repair.TextEdit;
import java.util.List;

/**
 * Something that can be put right without a doubt about what was meant.
 *
 * @param rule the rule whose finding it ends
 * @param what what is done, such as {@code removed /card/groupon/base_info/status}
 */
public record Fix(SourcePosition place, String rule, String what, List<TextEdit> edits) {
  /** One line for a person: {@code card.json:4:15: null: removed /card/x}. */
  public String text(String file) {
    return "%s:%d:%d: %s: %s".formatted(file, place.line(), place.column(), rule, what);
  }
}
