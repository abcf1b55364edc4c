package io.github.wxcard.card.source;

import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/** The brackets that are open, and what is done about those that do not match. */
final class BracketStack {
  /** JSON that is nested deeper cannot be read, however well it is repaired. */
  private static final int DEEPEST = 1000;

  private final RepairCollector repairs;

  /** The brackets that are open, the innermost first. */
  private final Deque<Open> open = new ArrayDeque<>();

  private boolean nestingUncertain;

  /**
   * @param at where it stands
   * @param closing the bracket that it waits for
   */
  private record Open(int at, char closing) {}

  BracketStack(RepairCollector repairs) {
    this.repairs = repairs;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  boolean inObject() {
    return !isEmpty() && open.peek().closing() == '}';
  }

  boolean inList() {
    return !isEmpty() && open.peek().closing() == ']';
  }

  boolean isTooDeep() {
    return open.size() > DEEPEST;
  }

  /** Whether things may stand elsewhere than they were meant to. */
  boolean nestingUncertain() {
    return nestingUncertain;
  }

  void markUncertain() {
    nestingUncertain = true;
  }

  void open(char bracket, int at) {
    open.push(new Open(at, bracket == '{' ? '}' : ']'));
  }

  /** A document whose first bracket was forgotten. */
  void openedLate(int start) {
    repairs.insert(start, "{", "the { around the document is missing", "Put { before it.");
    open('{', start);
  }

  void close(char bracket, int at) {
    if (open.peek().closing() == bracket) {
      open.pop();
    } else if (open.stream().anyMatch(one -> one.closing() == bracket)) {
      nestingUncertain = true;
      StringBuilder inserted = new StringBuilder();
      while (open.peek().closing() != bracket) {
        inserted.append(open.pop().closing());
      }
      open.pop();
      repairs.insertPlaceholder(
          at,
          inserted.toString(),
          "%s is missing before %s".formatted(inserted, bracket),
          "Make the brackets match.");
    } else {
      char wanted = open.pop().closing();
      repairs.replace(
          at,
          at + 1,
          String.valueOf(wanted),
          "%s where %s should close".formatted(bracket, wanted),
          Applicability.GUESSED);
    }
  }

  /** What closes all that is open. */
  String closing() {
    return open.stream().map(one -> String.valueOf(one.closing())).collect(Collectors.joining());
  }

  /** At the end of the text; what closes stands below what it closes, if that is lines above. */
  void closeAll(String text, int end) {
    if (isEmpty()) {
      return;
    }
    nestingUncertain = true;
    StringBuilder missing = new StringBuilder();
    StringBuilder closing = new StringBuilder();
    while (!isEmpty()) {
      Open innermost = open.pop();
      missing.append(innermost.closing());
      if (text.indexOf('\n', innermost.at()) >= 0 && text.indexOf('\n', innermost.at()) < end) {
        closing.append('\n').append(indentation(text, innermost.at()));
      }
      closing.append(innermost.closing());
    }
    repairs.add(
        new SyntaxRepair(
            end,
            "the text ends too early: %s is missing".formatted(missing),
            "Close what is open; the bracket may also be missing further up.",
            cutOff(text, end) ? Applicability.GUESSED : Applicability.IF_IN_PLACE,
            List.of(TextEdit.insert(end, closing.toString()))));
  }

  /** A text that ends with no closing bracket at all has lost more than one, in all likelihood. */
  private static boolean cutOff(String text, int end) {
    return "}]".indexOf(text.charAt(end - 1)) < 0;
  }

  private static String indentation(String text, int at) {
    int start = text.lastIndexOf('\n', at) + 1;
    int end = start;
    while (text.charAt(end) == ' ' || text.charAt(end) == '\t') {
      end++;
    }
    return text.substring(start, end);
  }
}
