package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A path, such as {@code .cards[0].card_id} or {@code .["a"][]?}: what most expressions are. It
 * gives what jq gives without the jq library, whose classes take longer than a whole command.
 */
final class JqPath implements OutputFormat.Filter {
  /** Fewer than jq may yield. */
  private static final int MOST = 100_000;

  private static final int LONGEST_INDEX = 9;

  private final String expression;
  private final List<PathStep> steps = new ArrayList<>();
  private int at;

  private JqPath(String expression) {
    this.expression = expression;
  }

  /** What one step leads to; null where jq would not go on. */
  private interface PathStep {
    List<JsonNode> from(JsonNode value);
  }

  /** Null when the expression is none, or one that only jq itself can judge. */
  static JqPath of(String expression) {
    JqPath filter = new JqPath(expression);
    return filter.isPath() ? filter : null;
  }

  @Override
  public List<JsonNode> apply(JsonNode document) {
    List<JsonNode> values = List.of(document);
    for (PathStep step : steps) {
      List<JsonNode> next = new ArrayList<>();
      for (JsonNode value : values) {
        List<JsonNode> found = step.from(value);
        if (found == null || next.size() + found.size() > MOST) {
          return new Jq(expression).apply(document);
        }
        next.addAll(found);
      }
      values = next;
    }
    return values;
  }

  private boolean isPath() {
    if (expression.equals(".")) {
      return true;
    }
    do {
      if (!isStep()) {
        return false;
      }
      // It matters only where a step does not fit, and there jq is asked.
      if (taken('?')) {
        at++;
      }
    } while (at < expression.length());
    return true;
  }

  private boolean isStep() {
    boolean first = at == 0;
    boolean dotted = taken('.');
    if (dotted) {
      at++;
      if (taken('"')) {
        return isName();
      }
      if (!taken('[')) {
        return isIdentifier();
      }
    }
    return dotted == first && taken('[') && isBracket();
  }

  private boolean isIdentifier() {
    int begin = at;
    while (at < expression.length() && isOfIdentifier(expression.charAt(at), at > begin)) {
      at++;
    }
    if (at == begin) {
      return false;
    }
    addField(expression.substring(begin, at));
    return true;
  }

  private static boolean isOfIdentifier(char c, boolean digits) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (digits && isDigit(c));
  }

  private boolean isBracket() {
    at++;
    if (taken('"')) {
      return isName() && isClosed();
    }
    if (taken(']')) {
      steps.add(JqPath::all);
      return isClosed();
    }
    return isIndex() && isClosed();
  }

  private boolean isClosed() {
    boolean closed = taken(']');
    at++;
    return closed;
  }

  /** One that needs no escapes: those are jq's to read. */
  private boolean isName() {
    int begin = ++at;
    while (at < expression.length() && isPlain(expression.charAt(at))) {
      at++;
    }
    if (!taken('"')) {
      return false;
    }
    addField(expression.substring(begin, at));
    at++;
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private boolean isIndex() {
    int begin = at;
    if (taken('-')) {
      at++;
    }
    int digits = at;
    while (at < expression.length() && isDigit(expression.charAt(at))) {
      at++;
    }
    int length = at - digits;
    boolean octal = length > 1 && expression.charAt(digits) == '0';
    if (length == 0 || length > LONGEST_INDEX || octal) {
      return false;
    }
    int index = Integer.parseInt(expression.substring(begin, at));
    steps.add(value -> element(value, index));
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private boolean taken(char c) {
    return at < expression.length() && expression.charAt(at) == c;
  }

  private void addField(String name) {
    steps.add(value -> field(value, name));
  }

  private static List<JsonNode> field(JsonNode value, String name) {
    return value.isObject() || value.isNull() ? List.of(orNull(value.get(name))) : null;
  }

  private static List<JsonNode> element(JsonNode value, int index) {
    if (!value.isArray() && !value.isNull()) {
      return null;
    }
    return List.of(orNull(value.get(index < 0 ? index + value.size() : index)));
  }

  private static List<JsonNode> all(JsonNode value) {
    if (!value.isContainerNode() || value.size() > MOST) {
      return null;
    }
    List<JsonNode> values = new ArrayList<>();
    value.forEach(values::add);
    return values;
  }

  private static JsonNode orNull(JsonNode value) {
    return value == null ? NullNode.getInstance() : value;
  }
}
