package io.github.wxcard.event;

import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;

/**
 * Why a text is no well-formed XML, in our own words: the parser's follow the machine's language.
 *
 * @param open the elements that are open where it breaks, the innermost first
 * @param at where it breaks, in characters from 0
 */
record XmlErrorMessage(String text, Deque<String> open, int at) {
  private static final Pattern END_TAG = Pattern.compile("</([^\\s>/<]+)");
  private static final Pattern ESCAPE =
      Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|[\\p{L}_][\\w.-]*);");
  private static final Pattern LINE_BREAK = Pattern.compile("\r\n|\r|\n");

  static XmlErrorMessage at(Location location, String text, Deque<String> open) {
    return new XmlErrorMessage(text, open, location == null ? 0 : offset(location, text));
  }

  String words() {
    String innermost = open.peek();
    if (at >= text.length()) {
      return innermost == null
          ? "the text ends too early"
          : "the text ends before <" + innermost + "> is closed";
    }
    Matcher end = END_TAG.matcher(text).region(Math.max(0, at - 2), text.length());
    if (innermost != null && end.lookingAt() && !end.group(1).equals(innermost)) {
      return "</" + end.group(1) + "> stands where </" + innermost + "> should";
    }
    int forbidden = control();
    if (forbidden >= 0) {
      return "the character U+%04X, which XML does not allow".formatted(forbidden);
    }
    int ampersand = text.lastIndexOf('&', at);
    if (ampersand >= at - 2
        && ampersand >= 0
        && !ESCAPE.matcher(text).region(ampersand, text.length()).lookingAt()) {
      return "an & that begins no escape; write it as &amp;";
    }
    return innermost == null
        ? "this is no part of an XML document"
        : "something inside <" + innermost + "> is neither text nor an element";
  }

  /** A control character here or just before, or -1. */
  private int control() {
    for (int i = at; i >= Math.max(0, at - 1); i--) {
      char c = text.charAt(i);
      if (c < ' ' && c != '\t' && c != '\n' && c != '\r') {
        return c;
      }
    }
    return -1;
  }

  private static int offset(Location location, String text) {
    Matcher line = LINE_BREAK.matcher(text);
    int start = 0;
    for (int i = 1; i < location.getLineNumber() && line.find(); i++) {
      start = line.end();
    }
    return Math.max(0, Math.min(text.length(), start + location.getColumnNumber() - 1));
  }
}
