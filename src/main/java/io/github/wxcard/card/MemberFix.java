package io.github.wxcard.card;

import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.text.InvisibleCharacters;
import java.util.Optional;

/**
 * A member that can be corrected without a doubt.
 *
 * @param rule the rule whose diagnostic it ends
 * @param key the right name, where the name is wrong
 * @param replacement the JSON to stand there instead; empty when the whole member has to go
 */
record MemberFix(String pointer, String rule, Optional<String> key, Optional<String> replacement) {
  String description() {
    String place = InvisibleCharacters.shown(pointer);
    return replacement
        .or(() -> key)
        .map(json -> "wrote %s for %s".formatted(json, place))
        .orElse("removed " + place);
  }

  /** Where the member is afterwards. */
  String target() {
    return key.map(name -> JsonPointers.parent(pointer) + "/" + JsonPointers.escaped(name))
        .orElse(pointer);
  }
}
