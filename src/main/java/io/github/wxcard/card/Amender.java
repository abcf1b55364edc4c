package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.mend.Blanks;
import io.github.wxcard.card.mend.Edit;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns amendments into edits of the text, so that all the rest stays as it was written. */
final class Amender {
  private final String text;
  private final JsonNode tree;
  private final Positions positions;

  /**
   * @param text the text that the definition's positions are about
   */
  Amender(String text, Definition definition) {
    this.text = text;
    this.tree = definition.tree();
    this.positions = definition.positions();
  }

  List<Change> changes(List<Amendment> amendments) {
    List<Change> changes = new ArrayList<>();
    Map<String, List<String>> leaving = new HashMap<>();
    for (Amendment amendment : amendments) {
      if (amendment.replacement().isEmpty() && amendment.key().isEmpty()) {
        leaving
            .computeIfAbsent(Pointers.parent(amendment.pointer()), key -> new ArrayList<>())
            .add(amendment.pointer());
      }
    }
    for (Amendment amendment : amendments) {
      List<Edit> edits =
          positions
              .span(amendment.pointer())
              .map(span -> edits(amendment, span, leaving))
              .orElse(List.of());
      if (!edits.isEmpty()) {
        Place place = positions.at(amendment.pointer());
        changes.add(new Change(place, amendment.rule(), amendment.what(), edits));
      }
    }
    return changes;
  }

  private List<Edit> edits(Amendment amendment, Span span, Map<String, List<String>> leaving) {
    if (amendment.replacement().isPresent()) {
      return List.of(new Edit(span.start(), span.end(), amendment.replacement().get()));
    }
    if (amendment.key().isPresent()) {
      String key = Json.write(new TextNode(amendment.key().get()));
      return List.of(new Edit(span.key(), keyEnd(span.key()), key));
    }
    String parent = Pointers.parent(amendment.pointer());
    return positions.span(parent).isEmpty()
        ? List.of()
        : removal(span, parent, leaving.get(parent));
  }

  private List<Edit> removal(Span span, String parent, List<String> leaving) {
    Span lastKept = null;
    boolean keptBehind = false;
    for (String sibling : members(parent)) {
      if (!leaving.contains(sibling) && positions.span(sibling).isPresent()) {
        Span other = positions.span(sibling).get();
        keptBehind |= other.key() > span.key();
        lastKept = other.key() < span.key() ? other : lastKept;
      }
    }
    int comma = comma(span.end());
    if (keptBehind && comma >= 0) {
      return List.of(Edit.remove(span.key(), afterBlanks(comma + 1)));
    }
    if (keptBehind) {
      return List.of();
    }
    if (lastKept == null) {
      Span object = positions.span(parent).get();
      if (text.charAt(object.end() - 1) != '}') {
        return List.of();
      }
      return List.of(Edit.remove(object.start() + 1, object.end() - 1));
    }
    int before = comma(lastKept.end());
    int end = comma >= 0 ? comma + 1 : span.end();
    return before < 0
        ? List.of()
        : List.of(Edit.remove(before, before + 1), Edit.remove(beforeBlanks(span.key()), end));
  }

  /** The pointers of an object's members, in the order of the text. */
  private List<String> members(String parent) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : tree.at(parent).properties()) {
      members.add(parent + "/" + Pointers.escaped(member.getKey()));
    }
    members.sort(Comparator.comparing(member -> positions.span(member).map(Span::key).orElse(0)));
    return members;
  }

  private int keyEnd(int start) {
    int at = start + 1;
    while (text.charAt(at) != '"') {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 1;
  }

  /** The comma behind a member, or -1 when something else than blanks or comments comes first. */
  private int comma(int from) {
    int at = Blanks.skip(text, from);
    return at < text.length() && text.charAt(at) == ',' ? at : -1;
  }

  private int afterBlanks(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private int beforeBlanks(int from) {
    int at = from;
    while (Character.isWhitespace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }
}
