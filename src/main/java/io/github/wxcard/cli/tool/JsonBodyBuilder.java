package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.KeyValue;
import java.util.List;
import java.util.function.Function;

/**
 * A JSON body put together from a file and from single fields.
 *
 * @param file the file, {@code -} for standard input, or null
 * @param fields {@code name=value} each, the value JSON where it can be read as such
 * @param texts {@code name=value} each, the value always text
 */
record JsonBodyBuilder(String file, List<String> fields, List<String> texts) {
  private static final String FIELD = "--field";
  private static final String RAW_FIELD = "--raw-field";

  boolean isEmpty() {
    return file == null && fields.isEmpty() && texts.isEmpty();
  }

  /** The body, or null when there is none; slips of the file are warned about. */
  JsonNode read(CommandContext context) {
    if (isEmpty()) {
      return null;
    }
    JsonNode tree = file == null ? Json.object() : content(context);
    if (!tree.isContainerNode() && !(fields.isEmpty() && texts.isEmpty())) {
      throw Failure.of(
          FailureKind.INPUT,
          "the body is a plain value, which has no fields",
          "Give an object, or leave the fields out.");
    }
    FieldAssignments body = new FieldAssignments(tree);
    for (String field : fields) {
      JsonNode value = put(body, FIELD, field, Overrides::value);
      if (holdsNumber(value) && path(FIELD, field).passes("code")) {
        context.console().warn("code is sent as a number, and WeChat wants text; use --raw-field");
      }
    }
    texts.forEach(text -> put(body, RAW_FIELD, text, TextNode::valueOf));
    return tree;
  }

  private static JsonNode put(
      FieldAssignments body, String option, String word, Function<String, JsonNode> reader) {
    FieldPath path = path(option, word);
    if (isEmptyList(word)) {
      JsonNode empty = Json.array();
      body.put(option, path.list(), empty);
      return empty;
    }
    JsonNode value = reader.apply(KeyValueOptions.one(option, word, "name=value").value());
    body.put(option, path, value);
    return value;
  }

  private static FieldPath path(String option, String word) {
    String name = isEmptyList(word) ? word : KeyValueOptions.one(option, word, "name=value").key();
    return FieldPath.parse(option, name);
  }

  /** As in {@code gh api}, {@code tags[]} alone is a list without elements. */
  private static boolean isEmptyList(String word) {
    return KeyValue.parse(word).isEmpty() && word.length() > 2 && word.endsWith("[]");
  }

  private static boolean holdsNumber(JsonNode value) {
    return value.isNumber() || (value.isArray() && value.path(0).isNumber());
  }

  private JsonNode content(CommandContext context) {
    JsonDocument definition = CommandInput.document(context, file);
    definition.warnings().stream()
        .map(warning -> warning.toText(definition.name()))
        .forEach(context.console()::say);
    return definition.tree();
  }
}
