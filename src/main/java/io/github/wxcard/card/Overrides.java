package io.github.wxcard.card;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.InvisibleCharacters;
import io.github.wxcard.text.KeyValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Changes that a command line makes to a definition: {@code --set POINTER=VALUE} and a new logo.
 */
public final class Overrides {
  private static final String LOGO_OPTION = "--logo";
  private static final String LOGO = "/base_info/logo_url";

  private Overrides() {}

  /**
   * A changed copy of {@code tree}. A {@code --set} that cannot be read is a {@link Failure} of
   * kind USAGE, one that does not fit the document is of kind INPUT.
   *
   * @param sets {@code POINTER=VALUE} each; a pointer begins at the document's root ({@code
   *     /card/groupon/deal_detail}) or, when its first step is not {@code card}, inside the card's
   *     own object ({@code /base_info/title}); VALUE is JSON, and anything that is not is a string
   * @param logoUrl replaces {@code base_info.logo_url}
   */
  public static JsonNode apply(JsonNode tree, List<String> sets, Optional<String> logoUrl) {
    return apply(JsonDocument.of(tree), sets, logoUrl).tree();
  }

  /** As {@link #apply(JsonNode, List, Optional)}; the document remembers what was put where. */
  public static JsonDocument apply(
      JsonDocument document, List<String> sets, Optional<String> logoUrl) {
    JsonNode changed = document.tree().deepCopy();
    List<Assignment> assignments = new ArrayList<>();
    logoUrl.ifPresent(
        url -> {
          String pointer = inner(changed, "the logo") + LOGO;
          put(changed, pointer, new TextNode(url));
          assignments.add(new Assignment(LOGO_OPTION, "", url, pointer));
        });
    Set<String> given = new LinkedHashSet<>();
    for (String set : sets) {
      KeyValue pair =
          KeyValue.parse(set)
              .filter(parsed -> parsed.key().startsWith("/"))
              .orElseThrow(
                  () ->
                      Failure.of(
                          FailureKind.USAGE,
                          "--set %s is not POINTER=VALUE".formatted(set),
                          "Write it like --set /base_info/sku/quantity=100."));
      String pointer = full(changed, pair.key());
      checkFree(changed, pointer, given);
      put(changed, pointer, value(pair.value()));
      given.add(pointer);
      assignments.add(new Assignment("--set", pair.key(), pair.value(), pointer));
    }
    return new JsonDocument(
        document.name(), changed, document.warnings(), document.sourceMap(), assignments);
  }

  /**
   * Puts another URL where {@link #apply(JsonDocument, List, Optional)} put the logo's, unless a
   * {@code --set} has replaced that.
   */
  public static void replaceLogo(JsonDocument document, String url) {
    document.assignments().stream()
        .filter(one -> one.option().equals(LOGO_OPTION))
        .filter(one -> document.tree().at(one.pointer()).asText().equals(one.value()))
        .forEach(one -> put(document.tree(), one.pointer(), new TextNode(url)));
  }

  /** A value that another {@code --set} of the same line has set is not replaced in silence. */
  private static void checkFree(JsonNode tree, String pointer, Set<String> given) {
    for (String earlier : given) {
      boolean undone = (earlier + "/").startsWith(pointer + "/");
      boolean replaced = pointer.startsWith(earlier + "/") && !tree.at(pointer).isMissingNode();
      if (!(pointer + "/").contains("/-/") && (undone || replaced)) {
        throw Failure.of(
            FailureKind.USAGE,
            "two --set give a value to " + (undone ? earlier : pointer),
            "Leave one of them out.");
      }
    }
  }

  /**
   * What a VALUE says: JSON, and anything that is not is a string. One that is no JSON only for
   * characters that nobody sees is a {@link Failure} of kind USAGE.
   */
  public static JsonNode value(String text) {
    return json(text)
        .orElseGet(
            () -> {
              if (json(InvisibleCharacters.cleaned(text)).isPresent()) {
                throw Failure.of(
                    FailureKind.USAGE,
                    "the value %s is neither JSON nor plain text: it holds %s"
                        .formatted(
                            InvisibleCharacters.shown(text),
                            InvisibleCharacters.name(
                                text.codePoints()
                                    .filter(InvisibleCharacters::is)
                                    .findFirst()
                                    .getAsInt())),
                    "Type it anew, or put a text that holds it into double quotes.");
              }
              return new TextNode(text);
            });
  }

  private static Optional<JsonNode> json(String text) {
    try {
      return Optional.of(Json.read(text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String full(JsonNode tree, String pointer) {
    boolean fromRoot = JsonPointer.compile(pointer).getMatchingProperty().equals("card");
    return fromRoot || !tree.path("card").isObject() ? pointer : inner(tree, pointer) + pointer;
  }

  private static String inner(JsonNode tree, String what) {
    CardBody body = CardBody.of(tree);
    if (!body.inner().isObject()) {
      throw Failure.of(
          FailureKind.INPUT,
          what + " has no place: the definition has no object for its card type",
          "Write {\"card\":{\"card_type\":\"GROUPON\",\"groupon\":{…}}}.");
    }
    return body.innerPointer();
  }

  /**
   * Puts a value where a pointer leads, and makes the objects and lists on the way that are
   * missing; a {@link Failure} of kind INPUT when it leads into a plain value or beyond a list.
   *
   * @param pointer a JSON pointer with at least one step
   */
  public static void put(JsonNode root, String pointer, JsonNode value) {
    JsonNode parent = root;
    JsonPointer rest = JsonPointer.compile(pointer);
    for (; !rest.tail().matches(); rest = rest.tail()) {
      JsonNode child = child(parent, rest);
      if (child.isMissingNode() || child.isNull()) {
        child = container(rest.tail().getMatchingProperty(), pointer);
        set(parent, rest, child, pointer);
      }
      parent = child;
    }
    set(parent, rest, value, pointer);
  }

  /** What a step can lead into: a list for its first or next element, else an object. */
  private static JsonNode container(String step, String pointer) {
    if (step.equals("-") || step.equals("0")) {
      return Json.array();
    }
    if (step.chars().allMatch(Character::isDigit) && !step.isEmpty()) {
      throw misfit(pointer, "there is no list yet, and so no element " + step);
    }
    return Json.object();
  }

  private static JsonNode child(JsonNode parent, JsonPointer step) {
    return parent.isArray()
        ? parent.path(step.getMatchingIndex())
        : parent.path(step.getMatchingProperty());
  }

  /** An array takes the index of one of its elements, or its length or {@code -} to append. */
  private static void set(JsonNode parent, JsonPointer step, JsonNode value, String pointer) {
    String name = step.getMatchingProperty();
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode array) {
      int index = name.equals("-") ? array.size() : step.getMatchingIndex();
      if (index < 0 || index > array.size()) {
        throw misfit(
            pointer,
            String.format(Locale.ROOT, "%s is no index of a list of %d", name, array.size()));
      }
      if (index == array.size()) {
        array.add(value);
      } else {
        array.set(index, value);
      }
    } else {
      throw misfit(pointer, "%s would be inside a plain value".formatted(name));
    }
  }

  private static Failure misfit(String pointer, String why) {
    return Failure.of(
        FailureKind.INPUT,
        "%s cannot be set: %s".formatted(pointer, why),
        "Compare the pointer with the definition.");
  }
}
