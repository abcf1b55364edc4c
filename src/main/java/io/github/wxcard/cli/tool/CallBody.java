package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.Definition;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.cli.base.App;
import io.github.wxcard.cli.base.InputDocument;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A JSON body put together from a file and from single fields.
 *
 * @param file the file, {@code -} for standard input, or null
 * @param fields {@code name=value} each, the value JSON where it can be read as such
 * @param texts {@code name=value} each, the value always text
 */
record CallBody(String file, List<String> fields, List<String> texts) {
  boolean isEmpty() {
    return file == null && fields.isEmpty() && texts.isEmpty();
  }

  /** The body, or null when there is none; slips of the file are warned about. */
  JsonNode read(App app) {
    if (isEmpty()) {
      return null;
    }
    JsonNode tree = file == null ? Json.object() : content(app);
    if (!tree.isContainerNode() && !(fields.isEmpty() && texts.isEmpty())) {
      throw Failure.of(
          Kind.INPUT,
          "the body is a plain value, which has no fields",
          "Give an object, or leave the fields out.");
    }
    for (String field : fields) {
      KeyValue pair = KeyValue.of("--field", field);
      JsonNode value = Overrides.value(pair.value());
      if (value.isNumber() && pointer(pair.key()).endsWith("/code")) {
        app.console().warn("code is sent as a number, and WeChat wants text; use --raw-field");
      }
      Overrides.put(tree, pointer(pair.key()), value);
    }
    for (String text : texts) {
      KeyValue pair = KeyValue.of("--raw-field", text);
      Overrides.put(tree, pointer(pair.key()), TextNode.valueOf(pair.value()));
    }
    return tree;
  }

  private JsonNode content(App app) {
    Definition definition = InputDocument.read(app, file);
    definition.slips().stream()
        .map(slip -> slip.finding().text(definition.name()))
        .forEach(app.console()::say);
    return definition.tree();
  }

  /** A pointer as it is; {@code a.b.0} is {@code /a/b/0}. */
  private static String pointer(String key) {
    return key.startsWith("/")
        ? key
        : Stream.of(key.split("\\.", -1))
            .map(step -> step.replace("~", "~0").replace("/", "~1"))
            .collect(Collectors.joining("/", "/", ""));
  }
}
