package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.card.source.Fix;
import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.card.source.JsonSourceMap;
import io.github.wxcard.card.source.SourcePosition;
import io.github.wxcard.card.source.SourceRange;
import io.github.wxcard.card.source.TextEdit;
import io.github.wxcard.card.source.Trivia;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns fixes into edits of the text, so that all the rest stays as it was written. */
final class FixPlanner {
  private final String text;
  private final JsonNode tree;
  private final JsonSourceMap sourceMap;

  /**
   * @param text the text that the definition's source map is about
   */
  FixPlanner(String text, JsonDocument definition) {
    this.text = text;
    this.tree = definition.tree();
    this.sourceMap = definition.sourceMap();
  }

  List<Fix> plan(List<MemberFix> fixes) {
    List<Fix> plan = new ArrayList<>();
    Map<String, List<String>> leaving = new HashMap<>();
    for (MemberFix fix : fixes) {
      if (fix.replacement().isEmpty() && fix.key().isEmpty()) {
        leaving
            .computeIfAbsent(JsonPointers.parent(fix.pointer()), key -> new ArrayList<>())
            .add(fix.pointer());
      }
    }
    for (MemberFix fix : fixes) {
      List<TextEdit> edits =
          sourceMap.range(fix.pointer()).map(span -> edits(fix, span, leaving)).orElse(List.of());
      if (!edits.isEmpty()) {
        SourcePosition position = sourceMap.position(fix.pointer());
        plan.add(new Fix(position, fix.rule(), fix.description(), edits));
      }
    }
    return plan;
  }

  private List<TextEdit> edits(MemberFix fix, SourceRange span, Map<String, List<String>> leaving) {
    if (fix.replacement().isPresent()) {
      return List.of(new TextEdit(span.start(), span.end(), fix.replacement().get()));
    }
    if (fix.key().isPresent()) {
      String key = Json.write(new TextNode(fix.key().get()));
      return List.of(new TextEdit(span.key(), keyEnd(span.key()), key));
    }
    String parent = JsonPointers.parent(fix.pointer());
    return sourceMap.range(parent).isEmpty()
        ? List.of()
        : removal(span, parent, leaving.get(parent));
  }

  private List<TextEdit> removal(SourceRange span, String parent, List<String> leaving) {
    SourceRange lastKept = null;
    boolean keptBehind = false;
    for (String sibling : members(parent)) {
      if (!leaving.contains(sibling) && sourceMap.range(sibling).isPresent()) {
        SourceRange other = sourceMap.range(sibling).get();
        keptBehind |= other.key() > span.key();
        lastKept = other.key() < span.key() ? other : lastKept;
      }
    }
    int comma = comma(span.end());
    if (keptBehind && comma >= 0) {
      return List.of(TextEdit.remove(span.key(), afterBlanks(comma + 1)));
    }
    if (keptBehind) {
      return List.of();
    }
    if (lastKept == null) {
      SourceRange object = sourceMap.range(parent).get();
      if (text.charAt(object.end() - 1) != '}') {
        return List.of();
      }
      return List.of(TextEdit.remove(object.start() + 1, object.end() - 1));
    }
    int before = comma(lastKept.end());
    int end = comma >= 0 ? comma + 1 : span.end();
    return before < 0
        ? List.of()
        : List.of(
            TextEdit.remove(before, before + 1), TextEdit.remove(beforeBlanks(span.key()), end));
  }

  /** The pointers of an object's members, in the order of the text. */
  private List<String> members(String parent) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : tree.at(parent).properties()) {
      members.add(parent + "/" + JsonPointers.escaped(member.getKey()));
    }
    members.sort(
        Comparator.comparing(member -> sourceMap.range(member).map(SourceRange::key).orElse(0)));
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
    int at = Trivia.skip(text, from);
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
