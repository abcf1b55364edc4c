package io.github.wxcard.client;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What came back over HTTP, not yet understood. */
record Reply(int status, byte[] body, HttpHeaders headers) {
  /** Empty when it was not told. */
  String contentType() {
    return headers.firstValue("Content-Type").orElse("");
  }

  Optional<Instant> date() {
    try {
      return headers
          .firstValue("Date")
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
