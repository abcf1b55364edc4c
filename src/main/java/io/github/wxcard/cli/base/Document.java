package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What WeChat answered, under its own names.
 *
 * @param json the answer without {@code errcode} and {@code errmsg}
 * @param lines what a person sees of it
 */
public record Document(JsonNode json, List<String> lines) implements Result {
  public Document {
    lines = List.copyOf(lines);
  }

  /** What a command says itself, and how a person reads it. */
  public static Document of(JsonNode json, String line) {
    return new Document(json, List.of(line));
  }

  /** One line: the values of these members. */
  public static Document line(JsonNode answer, String... keys) {
    String line =
        Arrays.stream(keys)
            .map(key -> answer.path(key).asText())
            .filter(value -> !value.isEmpty())
            .collect(Collectors.joining(" "));
    return new Document(bare(answer), List.of(line));
  }

  /** These members alone, as texts, and one line of their values. */
  public static Document members(JsonNode answer, String... keys) {
    ObjectNode chosen = Json.object();
    List<String> values = new ArrayList<>();
    for (String key : keys) {
      String value = answer.path(key).asText();
      chosen.put(key, value);
      values.add(value);
    }
    return new Document(chosen, List.of(String.join(" ", values)));
  }

  /** A line for each fact, name and value, however deep it lies; none for what is empty. */
  public static Document facts(JsonNode answer) {
    ObjectNode bare = bare(answer);
    List<String> lines = new ArrayList<>();
    bare.properties().forEach(member -> tell(member, lines));
    return new Document(bare, lines);
  }

  private static void tell(Map.Entry<String, JsonNode> member, List<String> lines) {
    JsonNode value = member.getValue();
    if (value.isObject()) {
      value.properties().forEach(inner -> tell(inner, lines));
    } else if (value.isArray() && value.path(0).has("name")) {
      value.forEach(field -> lines.add(field.path("name").asText() + " " + answerIn(field)));
    } else if (!joined(value).isEmpty()) {
      lines.add(member.getKey() + " " + joined(value));
    }
  }

  /** A field of a form has one value, or as many as were ticked. */
  private static String answerIn(JsonNode field) {
    JsonNode several = field.path("value_list");
    return joined(several.isEmpty() ? field.path("value") : several);
  }

  private static String joined(JsonNode value) {
    List<String> texts = new ArrayList<>();
    value.forEach(each -> texts.add(each.asText()));
    return value.isArray() ? String.join(",", texts) : value.asText();
  }

  /** An answer without what only says that it succeeded. */
  public static ObjectNode bare(JsonNode answer) {
    ObjectNode bare = answer.deepCopy();
    return bare.remove(List.of("errcode", "errmsg"));
  }

  @Override
  public void text(Page page) {
    lines.forEach(page::line);
  }
}
