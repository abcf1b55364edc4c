package io.github.wxcard.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the tests of this run have drawn out of the sandbox. */
final class Provoked {
  private static final Set<Integer> ERRCODES = ConcurrentHashMap.newKeySet();
  private static final Set<String> SUCCEEDED = ConcurrentHashMap.newKeySet();
  private static final Set<String> REFUSED = ConcurrentHashMap.newKeySet();

  private Provoked() {}

  /** Notes an answer. */
  static void note(HttpResponse<byte[]> answer) {
    String path = answer.uri().getPath();
    int errcode = errcode(answer);
    ERRCODES.add(errcode);
    (errcode == 0 && answer.statusCode() == 200 ? SUCCEEDED : REFUSED).add(path);
  }

  /** The error codes that were answered, 0 for success among them. */
  static NavigableSet<Integer> errcodes() {
    return new TreeSet<>(ERRCODES);
  }

  /** Whether an endpoint did its work for some test, or refused where that is all it does. */
  static boolean covers(String path, boolean refusing) {
    Set<String> met = refusing ? REFUSED : SUCCEEDED;
    return path.endsWith("*")
        ? met.stream().anyMatch(each -> each.startsWith(path.substring(0, path.length() - 1)))
        : met.contains(path);
  }

  private static int errcode(HttpResponse<byte[]> answer) {
    String mediaType = answer.headers().firstValue("Content-Type").orElse("");
    if (!mediaType.startsWith("application/json")) {
      return 0;
    }
    try {
      JsonNode tree = Json.read(answer.body());
      return tree.path("errcode").asInt();
    } catch (IOException e) {
      throw new AssertionError("an answer that is no JSON", e);
    }
  }
}
