package io.github.wxcard.card;

import io.github.wxcard.text.InvisibleCharacters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Blanks out what strict JSON does not allow but people write: comments and trailing commas. Every
 * other character keeps its place, so that the strict parser's line and column are the file's.
 */
final class SlipScanner {
  /** The rule's name for a character that nobody sees. */
  static final String INVISIBLE = "invisible-character";

  private final char[] text;
  private final List<Slip> slips = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  /** Whether no comment in stars ends any more. */
  private boolean neverEnds;

  /** The last character that was neither blank nor comment, and the one before it. */
  private char last;

  private char lastButOne;
  private Mark lastMark;

  private record Mark(int at, int line, int column) {}

  SlipScanner(String text) {
    this.text = text.toCharArray();
  }

  List<Slip> slips() {
    return slips;
  }

  String scan() {
    while (at < text.length) {
      char c = text[at];
      if (c == '"') {
        significant(c);
        string();
      } else if (c == '/' && comment()) {
        continue;
      } else if (c == '\n') {
        newLine();
      } else if (c != ' ' && c != '\t' && c != '\r') {
        if (invisible()) {
          continue;
        }
        if ((c == '}' || c == ']') && last == ',') {
          dropComma();
        }
        significant(c);
      }
      at++;
    }
    return new String(text);
  }

  private void significant(char c) {
    lastButOne = last;
    last = c;
    lastMark = new Mark(at, line, column());
  }

  /** A comma after nothing ({@code [,]}, {@code [1,,]}) is no slip of the pen: it stays. */
  private void dropComma() {
    if (lastButOne == ',' || lastButOne == '[' || lastButOne == '{' || lastButOne == ':') {
      return;
    }
    text[lastMark.at()] = ' ';
    slips.add(
        new Slip(
            lastMark.line(),
            lastMark.column(),
            "trailing-comma",
            "a comma after the last element"));
  }

  private void string() {
    boolean told = false;
    for (at++; at < text.length && text[at] != '"'; at++) {
      if (text[at] == '\\') {
        at++;
      } else if (text[at] < ' ' && !told) {
        slip("raw-control-character", "a raw line break or control character inside a string");
        told = true;
      }
      if (at < text.length && text[at] == '\n') {
        newLine();
      }
    }
  }

  /** Several of one kind in a row are one slip. */
  private boolean invisible() {
    int c = Character.codePointAt(text, at);
    if (!InvisibleCharacters.is(c)) {
      return false;
    }
    int end = at;
    int times = 0;
    for (; end < text.length && Character.codePointAt(text, end) == c; times++) {
      end += Character.charCount(c);
    }
    String name = (times == 1 ? "" : times + " times ") + InvisibleCharacters.name(c);
    slip(
        INVISIBLE,
        name + (InvisibleCharacters.isBlank(c) ? " instead of a blank" : " outside any text"));
    Arrays.fill(text, at, end, ' ');
    at = end;
    return true;
  }

  private boolean comment() {
    char next = at + 1 < text.length ? text[at + 1] : ' ';
    if (next == '/') {
      slip("comment", "a comment");
      while (at < text.length && text[at] != '\n') {
        text[at++] = ' ';
      }
      return true;
    }
    int end = next == '*' ? endOfBlock() : -1;
    if (end < 0) {
      return false;
    }
    slip("comment", "a comment");
    for (; at < end; at++) {
      if (text[at] == '\n') {
        newLine();
      } else {
        text[at] = ' ';
      }
    }
    return true;
  }

  /** Just behind the star and slash, or -1 when they never come. */
  private int endOfBlock() {
    for (int i = at + 2; i + 1 < text.length && !neverEnds; i++) {
      if (text[i] == '*' && text[i + 1] == '/') {
        return i + 2;
      }
    }
    neverEnds = true;
    return -1;
  }

  private void slip(String rule, String what) {
    slips.add(new Slip(line, column(), rule, what));
  }

  private int column() {
    return at - lineStart + 1;
  }

  private void newLine() {
    line++;
    lineStart = at + 1;
  }
}
