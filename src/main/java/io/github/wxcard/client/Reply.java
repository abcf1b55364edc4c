package io.github.wxcard.client;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * What came back over HTTP, not yet understood.
 *
 * @param dateHeader empty when absent
 * @param location where a redirect leads, empty when absent
 * @param contentType empty when absent
 */
record Reply(int status, byte[] body, String dateHeader, String location, String contentType) {
  Optional<Instant> date() {
    try {
      return Optional.of(
          ZonedDateTime.parse(dateHeader, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
