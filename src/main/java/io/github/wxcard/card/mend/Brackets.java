package io.github.wxcard.card.mend;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets that are open, and what is done about those that do not match. */
final class Brackets {
  /** JSON that is nested deeper cannot be read, however well it is mended. */
  private static final int DEEPEST = 1000;

  private final Troubles troubles;

  /** The closing bracket that each open one waits for, the innermost first. */
  private final Deque<Character> awaited = new ArrayDeque<>();

  private boolean shaken;

  Brackets(Troubles troubles) {
    this.troubles = troubles;
  }

  boolean outside() {
    return awaited.isEmpty();
  }

  boolean inObject() {
    return !outside() && awaited.peek() == '}';
  }

  boolean inList() {
    return !outside() && awaited.peek() == ']';
  }

  boolean tooDeep() {
    return awaited.size() > DEEPEST;
  }

  /** Whether things may stand elsewhere than they were meant to. */
  boolean shaken() {
    return shaken;
  }

  void shake() {
    shaken = true;
  }

  void open(char bracket) {
    awaited.push(bracket == '{' ? '}' : ']');
  }

  /** A document whose first bracket was forgotten. */
  void openedLate(int start) {
    troubles.absent(start, "{", "the { around the document is missing", "Put { before it.");
    open('{');
  }

  void close(char bracket, int at) {
    if (awaited.peek() == bracket) {
      awaited.pop();
    } else if (awaited.contains(bracket)) {
      shaken = true;
      StringBuilder inserted = new StringBuilder();
      while (awaited.peek() != bracket) {
        inserted.append(awaited.pop());
      }
      awaited.pop();
      troubles.missing(
          at,
          inserted.toString(),
          "%s is missing before %s".formatted(inserted, bracket),
          "Make the brackets match.");
    } else {
      char wanted = awaited.pop();
      troubles.replaced(
          at,
          at + 1,
          String.valueOf(wanted),
          "%s where %s should close".formatted(bracket, wanted),
          false);
    }
  }

  /** At the end of the text. */
  void closeAll(int end) {
    if (outside()) {
      return;
    }
    shaken = true;
    StringBuilder closing = new StringBuilder();
    while (!outside()) {
      closing.append(awaited.pop());
    }
    troubles.missing(
        end,
        closing.toString(),
        "the text ends too early: %s is missing".formatted(closing),
        "Close what is open; the bracket may also be missing further up.");
  }
}
