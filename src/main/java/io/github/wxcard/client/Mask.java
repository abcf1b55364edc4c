package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Keeps secrets, tokens and tickets out of what a person or a log sees. */
final class Mask {
  private static final String STARS = "***";
  private static final int SHORTEST_SECRET = 6;
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile("([?&](?:access_token|secret|appsecret)=)[^&#\\s]*");
  private static final Pattern SECRET_MEMBER =
      Pattern.compile(
          "(\"(?:access_token|secret|appsecret|encodingAesKey|token)\"\\s*:\\s*\")"
              + "(?:[^\"\\\\]|\\\\.)*+");
  private static final Pattern TICKET_MEMBER =
      Pattern.compile("(\"ticket\"\\s*:\\s*\")(?:[^\"\\\\]|\\\\.)*+");

  private final Set<String> known = ConcurrentHashMap.newKeySet();

  Mask(String secret) {
    learn(secret);
  }

  /** A value that must not be seen from now on, wherever it stands. */
  void learn(String value) {
    if (value.length() >= SHORTEST_SECRET) {
      known.add(value);
    }
  }

  String address(URI address) {
    return text(SECRET_PARAMETER.matcher(address.toString()).replaceAll("$1" + STARS));
  }

  /** A body or a message about {@code path}; only there a member called ticket may be a secret. */
  String body(String path, String text) {
    String masked = SECRET_MEMBER.matcher(text).replaceAll("$1" + STARS);
    return text(
        path.equals(Tickets.PATH)
            ? TICKET_MEMBER.matcher(masked).replaceAll("$1" + STARS)
            : masked);
  }

  RecordedRequest recorded(Call call, URI address) {
    Optional<JsonNode> body =
        Optional.ofNullable(call.body()).map(payload -> masked(call.path(), payload.shown()));
    return new RecordedRequest(call.method(), address(address), body);
  }

  private JsonNode masked(String path, JsonNode shown) {
    try {
      return Json.read(body(path, Json.write(shown)));
    } catch (IOException e) {
      throw new IllegalStateException("masking broke a body", e);
    }
  }

  private String text(String text) {
    String masked = text;
    for (String value : known) {
      masked = masked.replace(value, STARS);
    }
    return masked;
  }
}
