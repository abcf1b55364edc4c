package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds in a pasted script the objects that hold the parameters to check. */
final class PastedObjects {
  private static final String LIST = "cardList";

  private PastedObjects() {}

  /** Each card of a list, or the one object that another call takes. */
  static List<PastedParameters> read(String text, PastedFormat format) {
    PastedScriptParser script = PastedScriptParser.read(text);
    if (script.rest().indexOf('{') >= 0 && format != PastedFormat.PAGE) {
      throw PastedScriptParser.unreadable(
          "what follows the first call is none that can be checked");
    }
    List<PageFailureCause> causes = new ArrayList<>();
    List<ObjectNode> objects =
        format == PastedFormat.CARD
            ? cards(script.objects(), causes)
            : calls(script.objects(), format);
    if (objects.isEmpty()) {
      throw PastedScriptParser.unreadable("the list of cards is empty");
    }
    if (objects.size() > 1 && format != PastedFormat.CARD) {
      throw Failure.of(
          FailureKind.INPUT,
          "there are " + objects.size() + " objects",
          "Check what each call takes by itself.");
    }
    return objects.stream()
        .map(object -> new PastedObjectReader(format, causes).read(object))
        .toList();
  }

  /** What wx.addCard takes, or cards without it; other calls of the page are none. */
  private static List<ObjectNode> cards(List<ObjectNode> objects, List<PageFailureCause> causes) {
    if (objects.stream().allMatch(object -> named(object, "cardlist").isEmpty())) {
      return objects;
    }
    List<ObjectNode> cards = new ArrayList<>();
    for (ObjectNode object : objects) {
      String name = named(object, "cardlist").orElse(LIST);
      if (!name.equals(LIST)) {
        causes.add(PageFailureCause.misread(PastedFormat.CARD, LIST, name));
      }
      JsonNode list = object.path(name);
      if (list instanceof ObjectNode card) {
        causes.add(
            new PageFailureCause(
                "cardList is an object where WeChat wants a list", "Put it into brackets."));
        cards.add(card);
      } else {
        list.forEach(each -> cards.add(each instanceof ObjectNode card ? card : Json.object()));
      }
    }
    return cards;
  }

  /** Of several calls the one that holds this kind of digest. */
  private static List<ObjectNode> calls(List<ObjectNode> objects, PastedFormat format) {
    List<ObjectNode> signed =
        objects.stream().filter(object -> object.has(format.digest())).toList();
    return signed.size() == 1 ? signed : objects;
  }

  /** The member that is called so, or nearly so: in small letters, without dashes. */
  static Optional<String> named(ObjectNode object, String... plainNames) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .filter(name -> Stream.of(plainNames).anyMatch(plain(name)::equals))
        .findFirst();
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
  }
}
