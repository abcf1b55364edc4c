package io.github.wxcard.client;

import io.github.wxcard.text.QueryString;
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
 * @param explained what the server says of its reasons, encoded
 */
record ReceivedResponse(
    int status,
    byte[] body,
    String contentType,
    Optional<String> dated,
    Optional<String> explained) {
  /** Where a sandbox says why it refused, in percent-encoded UTF-8. */
  static final String REASON = "X-Wxcard-Reason";

  private static final int LONGEST_REASON = 1000;

  Optional<Instant> date() {
    try {
      return dated.map(
          text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Why a sandbox refused, in a line. */
  Optional<String> reason() {
    return explained
        .map(ReceivedResponse::decoded)
        .map(String::strip)
        .map(text -> text.substring(0, Math.min(text.length(), LONGEST_REASON)))
        .filter(text -> !text.isEmpty());
  }

  private static String decoded(String text) {
    try {
      return QueryString.percentDecoded(text);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
