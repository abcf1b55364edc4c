package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.util.Optional;

/**
 * Something that is not as a step expects.
 *
 * @param path the place: {@code exit}, {@code /card_id}, {@code error/errcode}, {@code
 *     capture/name}
 * @param expected the value or the relations
 * @param actual empty when nothing is there
 * @param note what is there instead, or nothing
 */
public record Mismatch(String path, JsonNode expected, Optional<JsonNode> actual, String note) {

  /** {@code {"path","expected","actual","note"?}}; the actual value of a missing one is null. */
  public JsonNode json() {
    var json = Json.object().put("path", path);
    json.set("expected", expected);
    json.set("actual", actual.orElse(null));
    return note.isEmpty() ? json : json.put("note", note);
  }

  /** One line for a person. */
  public String text() {
    String found = actual.map(Json::write).orElse("nothing");
    return path
        + ": expected "
        + Json.write(expected)
        + ", actual "
        + found
        + (note.isEmpty() ? "" : "; " + note);
  }
}
