package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.BodySchema;
import io.github.wxcard.card.BodySchemas;
import io.github.wxcard.card.Field;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a body as WeChat does, before it looks at any value: a wrong type, or a key where it does
 * not belong, is no JSON to it.
 */
public final class BodyValidator {
  private static final int BAD_DATA = 47001;

  /** All calls of the table that WeChat is known to read so; the table takes time to load. */
  private static final String SHAPED = "/card/membercard/";

  private final Field root;
  private final Set<String> known;
  private final Unknown unknown;
  private final boolean update;

  /** What becomes of a key that nobody knows, and of types. */
  private enum Unknown {
    PASSES,
    REFUSED,
    /** As REFUSED, but types are the call's own matter. */
    REFUSED_ALONE
  }

  private BodyValidator(Field root, Set<String> known, Unknown unknown, boolean update) {
    this.root = root;
    this.known = known;
    this.unknown = unknown;
    this.update = update;
  }

  /**
   * The shape of a call whose body WeChat reads so.
   *
   * @param known names that are refused where they do not belong
   * @param strict whether a name that nobody knows is refused too
   */
  public static BodyValidator of(Field root, Set<String> known, boolean strict) {
    return new BodyValidator(root, known, strict ? Unknown.REFUSED : Unknown.PASSES, false);
  }

  /** The same for an update, which may not name what stays as it was at creation. */
  public static BodyValidator ofUpdate(Field root, Set<String> known, boolean strict) {
    return new BodyValidator(root, known, strict ? Unknown.REFUSED : Unknown.PASSES, true);
  }

  /** Whether {@link #read(AccountPolicy, String, CallInput)} may do something. */
  public static boolean concerns(AccountPolicy policy, String path) {
    return policy.strict() || path.startsWith(SHAPED);
  }

  /** What a call brings, in its shape; a call whose shape is not known is left as it is. */
  public static CallInput read(AccountPolicy policy, String path, CallInput input) {
    Optional<BodySchema> known = BodySchemas.standard().of(path);
    if (known.isEmpty() || !(policy.strict() || known.get().shaped())) {
      return input;
    }
    BodySchema body = known.get();
    // Elsewhere a strict sandbox refuses only names that nobody knows.
    BodyValidator shape =
        body.shaped()
            ? of(body.schema(), body.misplaceable(), policy.strict())
            : new BodyValidator(body.schema(), Set.of(), Unknown.REFUSED_ALONE, false);
    return input.withBody(shape.read(input.body()));
  }

  /**
   * A body with its numbers as numbers and without what counts as absent, or the refusal that names
   * the place where reading stopped.
   */
  public JsonNode read(JsonNode body) {
    if (!body.isObject()) {
      throw new ApiException(BAD_DATA, "the body is no JSON object").at("");
    }
    ObjectNode read = body.deepCopy();
    members("", read, root);
    return read;
  }

  private void members(String pointer, ObjectNode object, Field field) {
    for (Map.Entry<String, JsonNode> member : List.copyOf(object.properties())) {
      String name = member.getKey();
      String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      Field own = field.properties().get(name);
      if (member.getValue().isNull()) {
        object.remove(name);
      } else if (own == null) {
        checkUnknown(at, name, field);
      } else if (update && own.notes().fixed()) {
        String advice = name.equals("sku") ? "; /card/modifystock changes the stock" : "";
        throw new ApiException(BAD_DATA, "an update does not change " + path(at) + advice).at(at);
      } else if (isEmptyObject(member.getValue(), own)) {
        object.remove(name);
      } else {
        object.set(name, value(at, member.getValue(), own));
      }
    }
  }

  /** PHP writes an object without members as an empty list. */
  private static boolean isEmptyObject(JsonNode value, Field field) {
    return value.isArray() && value.isEmpty() && field.notes().tolerated().equals("empty-list");
  }

  private JsonNode value(String at, JsonNode given, Field field) {
    if (field.notes().answerOnly() || field.types().isEmpty()) {
      return given;
    }
    boolean asText = given.isTextual() && field.types().contains("string");
    boolean asNumber = !asText && field.types().contains("integer");
    JsonNode value = asNumber ? CallInput.whole(given) : given;
    if (field.types().stream().noneMatch(type -> fits(value, type))) {
      checkType(at, value, field);
    } else if (value instanceof ObjectNode object) {
      members(at, object, field);
    } else if (value instanceof ArrayNode list && field.items().isPresent()) {
      for (int i = 0; i < list.size(); i++) {
        list.set(i, value(at + "/" + i, list.get(i), field.items().get()));
      }
    }
    return value;
  }

  private static boolean fits(JsonNode value, String type) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      default -> throw new IllegalArgumentException("no such type: " + type);
    };
  }

  private void checkType(String at, JsonNode value, Field field) {
    boolean fraction = value.isNumber() && field.types().contains("integer");
    boolean told = fraction && field.notes().errcode().isPresent();
    if (unknown == Unknown.REFUSED_ALONE || told) {
      return;
    }
    // Whatever WeChat expects instead of an object, it stops at the first key inside.
    String stop = value.isObject() && !value.isEmpty() ? at + "/" + value.fieldNames().next() : at;
    String reason = "%s has the wrong type, not %s".formatted(path(at), field.types().get(0));
    throw new ApiException(BAD_DATA, reason).at(stop);
  }

  private void checkUnknown(String at, String name, Field field) {
    if (field.notes().open()) {
      return;
    }
    if (known.contains(name)) {
      throw new ApiException(BAD_DATA, path(at) + " does not belong there" + home(at, name)).at(at);
    }
    if (unknown != Unknown.PASSES) {
      String meant =
          SpellingSuggestion.nearest(name, field.properties().keySet())
              .map("; was '%s' meant?"::formatted)
              .orElse("");
      throw new ApiException(BAD_DATA, path(at) + " is no known field" + meant).at(at);
    }
  }

  /** Where the name belongs: of several places the one that has most in common with this one. */
  private String home(String at, String name) {
    List<String> homes = new ArrayList<>();
    collect("", root, name, homes);
    return homes.stream()
        .max(Comparator.comparingInt(home -> Arrays.mismatch(at.toCharArray(), home.toCharArray())))
        .map(home -> "; its place is " + path(home))
        .orElse("");
  }

  private static void collect(String at, Field field, String name, List<String> homes) {
    field
        .properties()
        .forEach(
            (key, member) -> {
              String pointer = at + "/" + key;
              if (key.equals(name)) {
                homes.add(pointer);
              }
              collect(pointer, member, name, homes);
            });
    field.items().ifPresent(item -> collect(at, item, name, homes));
  }

  /** A pointer as a person names the place: {@code groupon.base_info.title}. */
  private static String path(String pointer) {
    String inside = pointer.startsWith("/card/") ? pointer.substring(6) : pointer.substring(1);
    return inside.replace('/', '.').replace("~1", "/").replace("~0", "~");
  }
}
