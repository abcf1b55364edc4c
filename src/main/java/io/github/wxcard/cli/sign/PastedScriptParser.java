package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The objects in a piece of JSON or JavaScript, those in lists among them.
 *
 * @param rest what follows them and is not looked at
 */
record PastedScriptParser(List<ObjectNode> objects, String rest) {
  private static final JsonFactory SCRIPT =
      JsonFactory.builder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  /** What may stand before an object: comments, an assignment, a call's name and bracket. */
  private static final Pattern BETWEEN =
      Pattern.compile(
          "(?:[\\s);,]|//[^\\n]*|/\\*.*?\\*/)*+"
              + "(?:(?:(?:var|let|const)\\s+)?[\\w$.]+\\s*[(=]\\s*)?+(?=[{\\[])",
          Pattern.DOTALL);

  private static final Pattern BEFORE =
      Pattern.compile("(?:[^{\\[/]|//[^\\n]*|/\\*.*?\\*/|/)*+", Pattern.DOTALL);

  private static final Pattern STRINGIFY =
      Pattern.compile("JSON\\s*\\.\\s*stringify\\s*\\(\\s*(?=\\{)");

  /** Reads all objects; a {@link Failure} of kind INPUT when there is none. */
  static PastedScriptParser read(String script) {
    String text = stringified(script);
    List<ObjectNode> objects = new ArrayList<>();
    Matcher before = BEFORE.matcher(text);
    int at = before.lookingAt() ? before.end() : 0;
    while (at < text.length()) {
      at += value(text.substring(at), objects);
      Matcher between = BETWEEN.matcher(text).region(at, text.length());
      if (!between.lookingAt()) {
        break;
      }
      at = between.end();
    }
    if (objects.isEmpty()) {
      throw unreadable("there is no object in it");
    }
    return new PastedScriptParser(List.copyOf(objects), text.substring(at));
  }

  /** With the text that each JSON.stringify makes in its place. */
  private static String stringified(String script) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (Matcher call = STRINGIFY.matcher(script); call.find(from); ) {
      List<ObjectNode> object = new ArrayList<>();
      int end = call.end() + value(script.substring(call.end()), object);
      int close = script.indexOf(')', end);
      if (close < 0) {
        throw unreadable("JSON.stringify( is not closed");
      }
      text.append(script, from, call.start());
      text.append(Json.write(TextNode.valueOf(Json.write(object.get(0)))));
      from = close + 1;
    }
    return text.append(script.substring(from)).toString();
  }

  /** Adds the objects of the value that the text begins with, and says where it ends. */
  private static int value(String text, List<ObjectNode> objects) {
    try (JsonParser parser = SCRIPT.createParser(text)) {
      parser.nextToken();
      JsonNode value = Json.readValue(parser);
      if (value instanceof ObjectNode object) {
        objects.add(object);
      } else {
        value.forEach(one -> add(one, objects));
      }
      return (int) parser.currentLocation().getCharOffset();
    } catch (JsonProcessingException e) {
      throw unreadable(e.getOriginalMessage()).causedBy(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JsonNode one, List<ObjectNode> objects) {
    if (one instanceof ObjectNode object) {
      objects.add(object);
    }
  }

  static Failure unreadable(String why) {
    return Failure.of(
        FailureKind.INPUT,
        "the parameters cannot be read: " + why,
        "Paste the object with its braces, and leave functions such as success out.");
  }
}
