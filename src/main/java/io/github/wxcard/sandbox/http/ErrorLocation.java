package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.server.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Where in a body the fault is, as the card API says it at the end of its {@code errmsg}. */
final class ErrorLocation {

  private static final int BROKEN = 47001;
  private static final int MISSING_FIELD = 41011;

  /** So many bytes of the body are quoted. */
  private static final int QUOTED = 115;

  private ErrorLocation() {}

  /** What stands behind the trace; empty where nothing does. */
  static String text(Request request, ApiException refusal) {
    if (refusal.place().isEmpty() || !Route.isCardApi(request.path())) {
      return "";
    }
    String place = refusal.place().get();
    return switch (refusal.errcode()) {
      case BROKEN -> " Error before " + quoted(request.content(), place);
      case MISSING_FIELD -> " m_data.has_" + place.substring(place.lastIndexOf('/') + 1);
      default -> "";
    };
  }

  private static String quoted(byte[] body, String place) {
    int start = place.isEmpty() ? 0 : closingQuote(body, place);
    if (start + QUOTED >= body.length) {
      return new String(body, start, body.length - start, StandardCharsets.UTF_8);
    }
    int end = start + QUOTED;
    while (isContinuation(body[end]) && end > start) {
      end--;
    }
    return new String(body, start, end - start, StandardCharsets.UTF_8) + "...";
  }

  /** Whether a byte goes on with the character before it. */
  private static boolean isContinuation(byte one) {
    return (one & 0xc0) == 0x80;
  }

  /**
   * Where the quotation mark is that closes the key of a place, or of the list it is in. A place at
   * the top where no such key is names one further down.
   */
  private static int closingQuote(byte[] body, String place) {
    JsonPointer wanted = JsonPointer.compile(place);
    boolean atTop = wanted.tail().matches();
    int last = 0;
    int below = 0;
    try (JsonParser parser = Json.parser(body)) {
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
          JsonPointer at = parser.getParsingContext().pathAsPointer();
          int key = (int) parser.currentTokenLocation().getByteOffset();
          if (isWithin(wanted, at)) {
            last = endOfKey(body, key);
          }
          if (at.equals(wanted)) {
            return last;
          }
          if (below == 0 && atTop && wanted.getMatchingProperty().equals(parser.currentName())) {
            below = endOfKey(body, key);
          }
        }
      }
    } catch (IOException e) {
      return last;
    }
    return last == 0 ? below : last;
  }

  private static boolean isWithin(JsonPointer wanted, JsonPointer at) {
    return wanted.equals(at) || wanted.toString().startsWith(at + "/");
  }

  private static int endOfKey(byte[] body, int openingQuote) {
    int end = openingQuote + 1;
    while (end < body.length && body[end] != '"') {
      end += body[end] == '\\' ? 2 : 1;
    }
    return Math.min(end, body.length);
  }
}
