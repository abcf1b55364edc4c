package io.github.wxcard.card.mend;

import java.util.List;

/**
 * Makes broken JSON readable, so that the rest of it can be looked at: puts in what is missing,
 * takes out what is too much, and notes each such place. It always comes to an end of the text;
 * from where nothing can be guessed the rest is left out.
 */
public final class Mender {
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
  private final Troubles troubles;
  private final Tokens tokens;
  private final Brackets brackets;
  private State state = State.VALUE;
  private int at;
  private int tokenEnd;
  private boolean gaveUp;

  private Mender(String text) {
    this.text = text;
    this.troubles = new Troubles(text);
    this.tokens = new Tokens(text, troubles);
    this.brackets = new Brackets(troubles);
  }

  /** The text with its troubles mended; an unreadable rest is cut off. */
  public static Mended mend(String text) {
    Mender mender = new Mender(text);
    mender.run();
    return Mended.of(text, mender.troubles.inOrder(), mender.brackets);
  }

  private void run() {
    for (at = Blanks.skip(text, 0); at < text.length(); at = Blanks.skip(text, at)) {
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
    } else if (Tokens.quote(c)) {
      token(tokens.text(at, brackets.outside()), brackets.outside() ? State.END : State.AFTER);
    } else if (c == ',' && brackets.inList()) {
      drop("a comma too many", Surety.CERTAIN);
    } else if (c == '}' || c == ']' || c == ',') {
      if (brackets.inList()) {
        close(c);
      } else if (brackets.inObject()) {
        troubles.missing(at, "null", "a value is missing here", "Add it, or remove the key.");
        state = State.AFTER;
      } else {
        return false;
      }
    } else if (Tokens.word(c) && !brackets.outside()) {
      token(tokens.literal(at), State.AFTER);
    } else {
      return false;
    }
    return true;
  }

  private boolean key(char c) {
    if (Tokens.quote(c)) {
      token(tokens.text(at, true), State.COLON);
    } else if (c == ',') {
      drop("a comma too many", Surety.CERTAIN);
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
      troubles.replaced(at, at + length, ":", "%s instead of a colon".formatted(c), Surety.CERTAIN);
      at += length;
      state = State.VALUE;
    } else if (c == ',' || c == '}' || c == ']') {
      troubles.missing(tokenEnd, ": null", "a colon and a value are missing here", "Add them.");
      state = State.AFTER;
    } else if (Tokens.begins(c)) {
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
        troubles.replaced(at, at + 1, ",", "%s instead of a comma".formatted(c), Surety.CERTAIN);
      }
      at++;
      tokenEnd = at;
      state = brackets.inObject() ? State.KEY : State.VALUE;
    } else if (c == '}' || c == ']') {
      close(c);
    } else if (Tokens.begins(c)) {
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
      brackets.openedLate(Blanks.skip(text, 0));
      state = State.COLON;
    } else if (c == '}' || c == ']') {
      brackets.shake();
      drop("%s closes nothing".formatted(c), Surety.IF_IN_PLACE);
    } else if (c == ',' || c == ';') {
      drop("%s after the end of the document".formatted(c), Surety.CERTAIN);
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

  private void drop(String what, Surety surety) {
    troubles.add(new Trouble(at, what, "Remove it.", surety, List.of(Edit.remove(at, at + 1))));
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
        new Trouble(
            at,
            what,
            state == State.END
                ? "Remove it; or remove the bracket before it that closes too early."
                : "Correct the JSON at this place.",
            Surety.GUESSED,
            List.of(Edit.remove(at, text.length()), Edit.insert(text.length(), closed()))));
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
