package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Version;
import net.thisptr.jackson.jq.VersionRange;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import net.thisptr.jackson.jq.internal.javacc.ExpressionParser;

/**
 * jq's own functions, each made when it is needed: the library makes all of them at once, which
 * takes longer than a whole command.
 */
final class JqFunctions {
  private static final String PACKAGE = "net.thisptr.jackson.jq.internal.";

  /** Functions whose result depends on which others there are. */
  private static final List<String> REFLECTIVE = List.of("builtins/0", "debug_scope/0");

  private final Scope scope;
  private final Version version;
  private final Map<String, String> classes = classes();
  private Map<String, JsonNode> definitions;

  JqFunctions(Scope scope, Version version) {
    this.scope = scope;
    this.version = version;
  }

  /**
   * @param signature such as {@code map/1}
   */
  boolean has(String signature) {
    return classes.containsKey(signature) || definitions().containsKey(signature);
  }

  /** Puts those that are called in a tree into the scope, and those that these call in turn. */
  void define(Object tree) {
    for (String signature : JqTree.calls(tree)) {
      if (REFLECTIVE.contains(signature)) {
        classes.keySet().forEach(this::define);
        definitions().keySet().forEach(this::define);
      }
      define(signature);
    }
  }

  private void define(String signature) {
    if (scope.getLocalFunctions().containsKey(signature) || !has(signature)) {
      return;
    }
    String type = classes.get(signature);
    if (type != null) {
      scope.addFunction(signature, made(type));
      return;
    }
    JsonNode definition = definitions().get(signature);
    List<String> parameters = new ArrayList<>();
    definition.path("args").forEach(parameter -> parameters.add(parameter.textValue()));
    Expression body = body(definition);
    scope.addFunction(
        signature,
        new JsonQueryFunction(definition.path("name").textValue(), parameters, body, scope));
    define(body);
  }

  private static Function made(String type) {
    try {
      return Class.forName(PACKAGE + type)
          .asSubclass(Function.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Expression body(JsonNode definition) {
    try {
      return ExpressionParser.compile(definition.path("body").textValue(), version);
    } catch (JsonQueryException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Those that are written in jq itself. */
  private Map<String, JsonNode> definitions() {
    if (definitions == null) {
      definitions = new HashMap<>();
      for (JsonNode each : library().path("functions")) {
        JsonNode versions = each.path("version");
        if (versions.isMissingNode() || VersionRange.valueOf(versions.asText()).contains(version)) {
          String name = each.path("name").textValue();
          definitions.put(JqTree.signature(name, each.path("args").size()), each);
        }
      }
    }
    return definitions;
  }

  private static JsonNode library() {
    try {
      return Json.read(
          lines(Scope.class.getResourceAsStream("jq.json")).stream()
              .filter(line -> !line.startsWith("#"))
              .collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those that are written in Java, with their classes: the library would load all to know. */
  private static Map<String, String> classes() {
    Map<String, String> classes = new HashMap<>();
    for (String line : lines(JqFunctions.class.getResourceAsStream("jq-functions.tsv"))) {
      int tab = line.indexOf('\t');
      classes.put(line.substring(0, tab), line.substring(tab + 1));
    }
    return classes;
  }

  private static List<String> lines(InputStream resource) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
