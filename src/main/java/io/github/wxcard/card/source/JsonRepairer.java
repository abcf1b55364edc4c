package io.github.wxcard.card.source;

import io.github.wxcard.card.source.SyntaxRepair.Applicability;
import java.util.List;

/**
 * Makes broken JSON readable, so that the rest of it can be looked at: puts in what is missing,
 * takes out what is too much, and notes each such place. It always comes to an end of the text;
 * from where nothing can be guessed the rest is left out.
 */
public final class JsonRepairer {
  private enum State {
    /** A value must follow, or in a list its end. */
    VALUE,
    KEY,
    COLON,
    /** A comma or a closing bracket must follow. */
    AFTER,
    END
  }

  private final String text;
  private final RepairCollector repairs;
  private final TokenRepairer tokens;
  private final BracketStack brackets;
  private State state = State.VALUE;
  private int at;
  private int tokenEnd;
  private boolean gaveUp;

  /** Whether a part of the document could not be read. */
  private boolean incomplete;

  private JsonRepairer(String text) {
    this.text = text;
    this.repairs = new RepairCollector(text);
    this.tokens = new TokenRepairer(text, repairs);
    this.brackets = new BracketStack(repairs);
  }

  /** An unreadable rest of the text is cut off. */
  public static RepairedText repair(String text) {
    JsonRepairer repairer = new JsonRepairer(text);
    repairer.run();
    return new RepairedText(
        text,
        repairer.repairs.inOrder(),
        repairer.brackets.nestingUncertain(),
        repairer.incomplete);
  }

  private void run() {
    for (at = Trivia.skip(text, 0); at < text.length(); at = Trivia.skip(text, at)) {
      boolean readable = !brackets.isTooDeep() && !repairs.isFull() && next(text.charAt(at));
      if (!readable) {
        giveUp();
      }
    }
    if (gaveUp) {
      return;
    }
    if (state == State.COLON) {
      repairs.insertPlaceholder(tokenEnd, ": null", "a colon and a value are missing", "Add them.");
      incomplete = true;
    } else if (state == State.VALUE && brackets.inObject()) {
      repairs.insertPlaceholder(tokenEnd, "null", "a value is missing", "Add it.");
      incomplete = true;
    }
    brackets.closeAll(text, tokenEnd);
  }

  private boolean next(char c) {
    return switch (state) {
      case VALUE -> value(c);
      case KEY -> key(c);
      case COLON -> colon(c);
      case AFTER -> after(c);
      case END -> end(c);
    };
  }

  private boolean value(char c) {
    if (c == '{' || c == '[') {
      open(c);
    } else if (TokenRepairer.beginsQuoted(c)) {
      token(tokens.quoted(at, brackets.isEmpty()), brackets.isEmpty() ? State.END : State.AFTER);
    } else if (c == ',' && brackets.inList()) {
      drop("a comma too many", Applicability.CERTAIN);
    } else if (c == '}' || c == ']' || c == ',') {
      if (brackets.inList()) {
        close(c);
      } else if (brackets.inObject()) {
        repairs.insertPlaceholder(
            at, "null", "a value is missing here", "Add it, or remove the key.");
        state = State.AFTER;
      } else {
        return false;
      }
    } else if (TokenRepairer.beginsWord(c) && !brackets.isEmpty()) {
      token(tokens.literal(at), State.AFTER);
    } else {
      return false;
    }
    return true;
  }

  private boolean key(char c) {
    if (TokenRepairer.beginsQuoted(c)) {
      token(tokens.quoted(at, true), State.COLON);
    } else if (c == ',') {
      drop("a comma too many", Applicability.CERTAIN);
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (Character.isLetter(c) || c == '_') {
      token(tokens.bareKey(at), State.COLON);
    } else {
      return false;
    }
    return true;
  }

  private boolean colon(char c) {
    if (c == ':') {
      at++;
      state = State.VALUE;
    } else if (c == '=' || c == '：') {
      int length = text.startsWith("=>", at) ? 2 : 1;
      repairs.replace(
          at, at + length, ":", "%s instead of a colon".formatted(c), Applicability.CERTAIN);
      at += length;
      state = State.VALUE;
    } else if (c == ',' || c == '}' || c == ']') {
      repairs.insertPlaceholder(
          tokenEnd, ": null", "a colon and a value are missing here", "Add them.");
      state = State.AFTER;
    } else if (TokenRepairer.beginsToken(c)) {
      repairs.insert(tokenEnd, ":", "a colon is missing here", "Write \"key\": value.");
      state = State.VALUE;
    } else {
      return false;
    }
    return true;
  }

  private boolean after(char c) {
    if (c == ',' || c == '，' || c == ';' || c == '；') {
      if (c != ',') {
        repairs.replace(
            at, at + 1, ",", "%s instead of a comma".formatted(c), Applicability.CERTAIN);
      }
      at++;
      tokenEnd = at;
      state = brackets.inObject() ? State.KEY : State.VALUE;
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (TokenRepairer.beginsToken(c)) {
      repairs.insert(tokenEnd, ",", "a comma is missing here", "Put a comma between two elements.");
      state = brackets.inObject() ? State.KEY : State.VALUE;
    } else {
      return false;
    }
    return true;
  }

  private boolean end(char c) {
    if (c == ':' && text.charAt(tokenEnd - 1) == '"') {
      brackets.openedLate(Trivia.skip(text, 0));
      state = State.COLON;
    } else if (c == '}' || c == ']') {
      brackets.markUncertain();
      drop("%s closes nothing".formatted(c), Applicability.IF_IN_PLACE);
    } else if (c == ',' || c == ';') {
      drop("%s after the end of the document".formatted(c), Applicability.CERTAIN);
    } else {
      return false;
    }
    return true;
  }

  private void token(int end, State next) {
    at = end;
    tokenEnd = end;
    state = next;
  }

  private void open(char c) {
    brackets.open(c, at);
    at++;
    tokenEnd = at;
    state = c == '{' ? State.KEY : State.VALUE;
  }

  private void close(char c) {
    brackets.close(c, at);
    at++;
    tokenEnd = at;
    state = brackets.isEmpty() ? State.END : State.AFTER;
  }

  private void drop(String what, Applicability applicability) {
    repairs.add(
        new SyntaxRepair(
            at, what, "Remove it.", applicability, List.of(TextEdit.remove(at, at + 1))));
    at++;
  }

  private void giveUp() {
    incomplete = true;
    String what =
        state == State.END
            ? "something follows the end of the document"
            : "%s is not expected here; from here on the text cannot be read"
                .formatted(repairs.excerpt(at, text.offsetByCodePoints(at, 1)));
    repairs.add(
        new SyntaxRepair(
            at,
            what,
            state == State.END
                ? "Remove it; or remove the bracket before it that closes too early."
                : "Correct the JSON at this place.",
            Applicability.GUESSED,
            List.of(TextEdit.remove(at, text.length()), TextEdit.insert(text.length(), closed()))));
    at = text.length();
    gaveUp = true;
  }

  /** Stands for the rest that is left out, in which nothing may be missing. */
  private String closed() {
    String value =
        state == State.COLON ? ": null" : state == State.VALUE && brackets.inObject() ? "null" : "";
    return value + brackets.closing();
  }
}
