package io.github.wxcard.client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What came back over HTTP, not yet understood.
 *
 * @param contentType empty when it was not told
 * @param dated when the server says it answered, in HTTP's own words
 */
record Reply(int status, byte[] body, String contentType, Optional<String> dated) {
  Optional<Instant> date() {
    try {
      return dated.map(
          text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
