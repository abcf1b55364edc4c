package io.github.wxcard.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.InvisibleCharacters;
import java.io.CharConversionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What the bytes of a config file say. */
final class ConfigDocument {
  /** The newest layout this program can keep intact. */
  private static final int VERSION = 1;

  private ConfigDocument() {}

  static ObjectNode fresh() {
    return Json.object().put("version", VERSION);
  }

  static byte[] bytes(ObjectNode tree) {
    return (Json.pretty(tree) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The tree; a {@link Failure} for what cannot be understood.
   *
   * @param path for messages
   */
  static ObjectNode read(byte[] content, Path path) throws IOException {
    if (!(parse(content, path) instanceof ObjectNode object)) {
      throw unusable(path, "holds no JSON object");
    }
    JsonNode version = object.path("version");
    if (!version.isMissingNode() && !(version.isInt() && version.intValue() <= VERSION)) {
      throw unusable(
          path, "has version " + version + ", and this program knows versions up to " + VERSION);
    }
    return object;
  }

  private static JsonNode parse(byte[] content, Path path) throws IOException {
    try {
      return Json.read(content);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String place =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw unusable(
          path,
          "is not valid JSON" + place + ": " + InvisibleCharacters.named(e.getOriginalMessage()));
    } catch (CharConversionException e) {
      throw unusable(path, "is not UTF-8 text");
    }
  }

  static Failure unusable(Path path, String why) {
    return Failure.of(
        FailureKind.CONFIG,
        "config file " + path + " " + why,
        "Repair or move the file, or name another one with --config; it was left as it is.");
  }
}
