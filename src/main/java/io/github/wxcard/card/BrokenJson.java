package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;

/** Turns the parser's complaint into a message for the person who wrote the text. */
final class BrokenJson {
  private BrokenJson() {}

  static Failure failure(String name, String text, JsonProcessingException trouble) {
    JsonLocation at = trouble.getLocation();
    return Failure.of(
            Kind.INPUT,
            "%s:%d:%d: broken JSON: %s"
                .formatted(name, at.getLineNr(), at.getColumnNr(), trouble.getOriginalMessage()),
            "Correct the JSON at this place.")
        .causedBy(trouble);
  }
}
