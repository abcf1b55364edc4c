package io.github.wxcard.card.source;

import java.util.List;

/**
 * Something that can be put right without a doubt about what was meant.
 *
 * @param rule the rule whose diagnostic it ends
 * @param description what is done, such as {@code removed /card/groupon/base_info/status}
 */
public record Fix(SourcePosition position, String rule, String description, List<TextEdit> edits) {
  /** One line for a person: {@code card.json:4:15: null: removed /card/x}. */
  public String toText(String file) {
    return "%s: %s: %s".formatted(position.in(file), rule, description);
  }
}
