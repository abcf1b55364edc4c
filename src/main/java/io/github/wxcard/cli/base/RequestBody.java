package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a request body of whatever a command's {@link BodyField} options were given. */
public final class RequestBody {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final ObjectNode body = Json.object();

  private RequestBody() {}

  /**
   * The body: what was not given is not in it, times are Unix seconds. Empty words, long texts and
   * small numbers are a {@link Failure} of kind INPUT.
   */
  public static ObjectNode of(Object command) {
    RequestBody fields = new RequestBody();
    fields.collect(command.getClass(), command);
    return fields.body;
  }

  /** What several commands share stands in a class above them, or in a mixin. */
  private void collect(Class<?> type, Object holder) {
    if (type.getSuperclass() != null) {
      collect(type.getSuperclass(), holder);
    }
    for (Field field : type.getDeclaredFields()) {
      boolean group = field.isAnnotationPresent(Mixin.class) || isGroup(field);
      BodyField sent = field.getAnnotation(BodyField.class);
      if (!group && sent == null) {
        continue;
      }
      Object value = valueOf(field, holder);
      if (value == null || (value instanceof Collection<?> several && several.isEmpty())) {
        continue;
      }
      if (group) {
        collect(value.getClass(), value);
      } else {
        put(sent, checked(sent, name(field), value));
      }
    }
  }

  private static boolean isGroup(Field field) {
    return field.isAnnotationPresent(ArgGroup.class);
  }

  private static Object valueOf(Field field, Object holder) {
    try {
      field.setAccessible(true);
      return field.get(holder);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private void put(BodyField sent, JsonNode value) {
    List<String> path = List.of(sent.value().split("/", -1));
    int last = path.size() - 1;
    ObjectNode object = body;
    for (String key : path.subList(0, last)) {
      object = object.withObjectProperty(key);
    }
    object.set(path.get(last), value);
  }

  private static JsonNode checked(BodyField sent, String name, Object value) {
    if (value instanceof Boolean flag) {
      return NODES.booleanNode(flag);
    }
    if (value instanceof Instant time) {
      return NODES.numberNode(time.getEpochSecond());
    }
    if (value instanceof Number number) {
      if (number.longValue() < sent.least()) {
        throw bad(name + " is " + number, "It is " + sent.least() + " at the least.");
      }
      return NODES.numberNode(number.longValue());
    }
    if (value instanceof Collection<?> several) {
      var array = NODES.arrayNode();
      several.forEach(each -> array.add(checked(sent, name, each)));
      return array;
    }
    return NODES.textNode(text(sent, name, value.toString()));
  }

  private static String text(BodyField sent, String name, String text) {
    ArgumentChecks.notBlank(name, text);
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (sent.bytes() > 0 && bytes > sent.bytes()) {
      throw bad(
          String.format(
              Locale.ROOT,
              "%s has %d bytes, and %s takes %d",
              name,
              bytes,
              sent.value(),
              sent.bytes()),
          "Shorten it; a Chinese character takes 3 bytes.");
    }
    return text;
  }

  private static Failure bad(String what, String fix) {
    return Failure.of(FailureKind.INPUT, what, fix);
  }

  private static String name(Field field) {
    Option option = field.getAnnotation(Option.class);
    return option != null
        ? option.names()[0]
        : field.getAnnotation(picocli.CommandLine.Parameters.class).paramLabel();
  }
}
