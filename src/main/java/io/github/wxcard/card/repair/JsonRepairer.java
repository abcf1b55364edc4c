package io.github.wxcard.card.repair;

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
  private final RepairCollector troubles;
  private final TokenRepairer tokens;
  private final BracketStack brackets;
  private State state = State.VALUE;
  private int at;
  private int tokenEnd;
  private boolean gaveUp;

  private JsonRepairer(String text) {
    this.text = text;
    this.troubles = new RepairCollector(text);
    this.tokens = new TokenRepairer(text, troubles);
    this.brackets = new BracketStack(troubles);
  }

  /** The text with its troubles mended; an unreadable rest is cut off. */
  public static RepairedText mend(String text) {
    JsonRepairer mender = new JsonRepairer(text);
    mender.run();
    return RepairedText.of(text, mender.troubles.inOrder(), mender.brackets);
  }

  private void run() {
    for (at = Trivia.skip(text, 0); at < text.length(); at = Trivia.skip(text, at)) {
      boolean readable = !brackets.tooDeep() && !troubles.tooMany() && next(text.charAt(at));
      if (!readable) {
        giveUp();
      }
    }
    if (gaveUp) {
      return;
    }
    if (state == State.COLON) {
      troubles.missing(tokenEnd, ": null", "a colon and a value are missing", "Add them.");
      brackets.lose();
    } else if (state == State.VALUE && brackets.inObject()) {
      troubles.missing(tokenEnd, "null", "a value is missing", "Add it.");
      brackets.lose();
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
    } else if (TokenRepairer.quote(c)) {
      token(tokens.text(at, brackets.outside()), brackets.outside() ? State.END : State.AFTER);
    } else if (c == ',' && brackets.inList()) {
      drop("a comma too many", Applicability.CERTAIN);
    } else if (c == '}' || c == ']' || c == ',') {
      if (brackets.inList()) {
        close(c);
      } else if (brackets.inObject()) {
        troubles.missing(at, "null", "a value is missing here", "Add it, or remove the key.");
        state = State.AFTER;
      } else {
        return false;
      }
    } else if (TokenRepairer.word(c) && !brackets.outside()) {
      token(tokens.literal(at), State.AFTER);
    } else {
      return false;
    }
    return true;
  }

  private boolean key(char c) {
    if (TokenRepairer.quote(c)) {
      token(tokens.text(at, true), State.COLON);
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
      troubles.replaced(
          at, at + length, ":", "%s instead of a colon".formatted(c), Applicability.CERTAIN);
      at += length;
      state = State.VALUE;
    } else if (c == ',' || c == '}' || c == ']') {
      troubles.missing(tokenEnd, ": null", "a colon and a value are missing here", "Add them.");
      state = State.AFTER;
    } else if (TokenRepairer.begins(c)) {
      troubles.absent(tokenEnd, ":", "a colon is missing here", "Write \"key\": value.");
      state = State.VALUE;
    } else {
      return false;
    }
    return true;
  }

  private boolean after(char c) {
    if (c == ',' || c == '，' || c == ';' || c == '；') {
      if (c != ',') {
        troubles.replaced(
            at, at + 1, ",", "%s instead of a comma".formatted(c), Applicability.CERTAIN);
      }
      at++;
      tokenEnd = at;
      state = brackets.inObject() ? State.KEY : State.VALUE;
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (TokenRepairer.begins(c)) {
      troubles.absent(
          tokenEnd, ",", "a comma is missing here", "Put a comma between two elements.");
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
      brackets.shake();
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
    state = brackets.outside() ? State.END : State.AFTER;
  }

  private void drop(String what, Applicability surety) {
    troubles.add(
        new SyntaxRepair(at, what, "Remove it.", surety, List.of(TextEdit.remove(at, at + 1))));
    at++;
  }

  private void giveUp() {
    brackets.lose();
    String what =
        state == State.END
            ? "something follows the end of the document"
            : "%s is not expected here; from here on the text cannot be read"
                .formatted(troubles.shown(at, text.offsetByCodePoints(at, 1)));
    troubles.add(
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
