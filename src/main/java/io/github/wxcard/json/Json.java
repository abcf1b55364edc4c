package io.github.wxcard.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * JSON text to trees and back. The trees are Jackson's; the reading and writing is done by the
 * streaming parser alone, because building an ObjectMapper costs more than a whole command may.
 */
public final class Json {
  /** Far more than any card or answer has; what is written for people is indented at each level. */
  private static final int DEEPEST = 200;

  /** Strict JSON, but for raw control characters in strings: WeChat sends them. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final class AmbiguousNameException extends JsonParseException {
    private static final long serialVersionUID = 1L;

    AmbiguousNameException(JsonParser parser, String name) {
      super(parser, "Duplicate field '%s'".formatted(name));
    }
  }

  private Json() {}

  /** Reads a document token by token. */
  public static JsonParser parser(byte[] utf8) throws IOException {
    return FACTORY.createParser(utf8);
  }

  /** Reads one document; a {@link JsonParseException} tells line and column of what is wrong. */
  public static JsonNode read(byte[] utf8) throws IOException {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      return readDocument(parser, false);
    }
  }

  /**
   * As {@link #read(byte[])}, but an object that has a name twice is an error: of two readers, one
   * would see the first value and the other the last.
   */
  public static JsonNode readUnambiguous(byte[] utf8) throws IOException {
    try (JsonParser parser = FACTORY.createParser(utf8)) {
      return readDocument(parser, true);
    }
  }

  /**
   * Whether {@link #readUnambiguous} has failed for a name that is there twice, and nothing else.
   */
  public static boolean isAmbiguous(IOException failure) {
    return failure instanceof AmbiguousNameException;
  }

  /** Reads one document from text, as {@link #read(byte[])} does. */
  public static JsonNode read(String text) throws IOException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      return readDocument(parser, false);
    }
  }

  /** Reads the value the parser stands on, and leaves the parser at its last token. */
  public static JsonNode readValue(JsonParser parser) throws IOException {
    return readValue(parser, false);
  }

  private static JsonNode readValue(JsonParser parser, boolean unambiguous) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser, unambiguous);
      case START_ARRAY -> readArray(parser, unambiguous);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT ->
          switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
          };
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDecimalValue());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      default -> throw new JsonParseException(parser, "unexpected " + parser.currentToken());
    };
  }

  /** One line, raw UTF-8, never {@code \\uXXXX} for a printable character. */
  public static String write(JsonNode tree) {
    return write(tree, false);
  }

  /** As {@link #write(JsonNode)}, in UTF-8. */
  public static byte[] bytes(JsonNode tree) {
    ByteArrayOutputStream utf8 = new ByteArrayOutputStream(512);
    try (JsonGenerator generator = FACTORY.createGenerator(utf8)) {
      write(tree, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return utf8.toByteArray();
  }

  /** Two blanks a level, for people. */
  public static String pretty(JsonNode tree) {
    return write(tree, true);
  }

  public static ObjectNode object() {
    return NODES.objectNode();
  }

  public static ArrayNode array() {
    return NODES.arrayNode();
  }

  private static JsonNode readDocument(JsonParser parser, boolean unambiguous) throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonParseException(parser, "no JSON value, the text is empty");
    }
    JsonNode value = readInRange(parser, unambiguous);
    if (parser.nextToken() != null) {
      throw new JsonParseException(
          parser, "something follows the end of the JSON value", parser.currentTokenLocation());
    }
    return value;
  }

  private static JsonNode readInRange(JsonParser parser, boolean unambiguous) throws IOException {
    try {
      return readValue(parser, unambiguous);
    } catch (NumberFormatException e) {
      // An exponent of ten digits; the streaming parser itself takes any.
      throw new JsonParseException(
          parser, "a number out of all range", parser.currentTokenLocation(), e);
    }
  }

  private static ObjectNode readObject(JsonParser parser, boolean unambiguous) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (unambiguous && object.has(name)) {
        throw new AmbiguousNameException(parser, name);
      }
      parser.nextToken();
      object.set(name, readValue(parser, unambiguous));
    }
    return object;
  }

  private static ArrayNode readArray(JsonParser parser, boolean unambiguous) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(readValue(parser, unambiguous));
    }
    return array;
  }

  private static String write(JsonNode tree, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = FACTORY.createGenerator(text)) {
      if (pretty) {
        generator.setPrettyPrinter(likeJq());
      }
      write(tree, generator);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static DefaultPrettyPrinter likeJq() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator("")
                .withObjectEmptySeparator(""));
    printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
    printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    return printer;
  }

  private static void write(JsonNode node, JsonGenerator generator) throws IOException {
    switch (node.getNodeType()) {
      case OBJECT -> {
        generator.writeStartObject();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
          generator.writeFieldName(field.getKey());
          write(field.getValue(), generator);
        }
        generator.writeEndObject();
      }
      case ARRAY -> {
        generator.writeStartArray();
        for (JsonNode element : node) {
          write(element, generator);
        }
        generator.writeEndArray();
      }
      case STRING -> generator.writeString(node.textValue());
      case NUMBER -> generator.writeNumber(node.asText());
      case BOOLEAN -> generator.writeBoolean(node.booleanValue());
      default -> generator.writeNull();
    }
  }
}
