package io.github.wxcard.text;

import java.util.BitSet;

/** Finds secrets by their names: JSON members, parameters, headers and XML elements. */
final class NamedSecrets {
  /** How the names end, in lower case: {@code access_token}, {@code appsecret} and so on. */
  private static final String[] ENDINGS = {
    "secret",
    "token",
    "aeskey",
    "aes_key",
    "aes-key",
    "password",
    "api_ticket",
    "card_ticket",
    "verify_ticket",
    "ticket_value"
  };

  private static final int LONGEST = 13;
  private static final String LAST_LETTERS = "tnydeTNYDE";
  private static final String TICKET = "ticket";
  private static final String UNQUOTED_END = "\"'[]{}&,;<";

  private final UnescapedText text;
  private final boolean tickets;

  private NamedSecrets(UnescapedText text, boolean tickets) {
    this.text = text;
    this.tickets = tickets;
  }

  /**
   * @param tickets whether what has no other name than "ticket" is a secret: those that signatures
   *     are made with are, those of QR codes are not
   */
  static void mark(UnescapedText text, boolean tickets, BitSet found) {
    new NamedSecrets(text, tickets).mark(found);
  }

  static boolean isSecret(String name) {
    for (String ending : ENDINGS) {
      int from = name.length() - ending.length();
      if (from >= 0 && name.regionMatches(true, from, ending, 0, ending.length())) {
        return true;
      }
    }
    return false;
  }

  private void mark(BitSet found) {
    int i = 0;
    while (i < text.length()) {
      char here = text.at(i);
      boolean separator = here == ':' || here == '=' || here == '>';
      i = separator && isNameBefore(i) ? value(i, found) : i + 1;
    }
  }

  private boolean isNameBefore(int separator) {
    int end = separator;
    if (text.at(separator) != '>') {
      end = blanksBefore(end);
      if (end > 0 && (text.at(end - 1) == '"' || text.at(end - 1) == '\'')) {
        end--;
      }
    }
    if (end == 0 || LAST_LETTERS.indexOf(text.at(end - 1)) < 0) {
      return false;
    }
    int from = Math.max(0, end - LONGEST);
    char[] name = new char[end - from];
    for (int i = from; i < end; i++) {
      name[i - from] = text.at(i);
    }
    String before = new String(name);
    return isSecret(before) || (tickets && isTicket(before));
  }

  /** Just so: {@code show_ticket} is another name. */
  private static boolean isTicket(String before) {
    int from = before.length() - TICKET.length();
    return from >= 0
        && before.regionMatches(true, from, TICKET, 0, TICKET.length())
        && (from == 0 || !Character.isLetterOrDigit(before.charAt(from - 1)));
  }

  private int blanksBefore(int end) {
    int before = end;
    while (before > 0 && Character.isWhitespace(text.at(before - 1))) {
      before--;
    }
    return before;
  }

  private int blanksAfter(int from) {
    int after = from;
    while (after < text.length() && Character.isWhitespace(text.at(after))) {
      after++;
    }
    return after;
  }

  /** Marks the value behind a separator and returns where to go on. */
  private int value(int separator, BitSet found) {
    int depth = text.width(separator);
    if (text.at(separator) == '>') {
      return marked(separator + 1, end(separator + 1, depth, "<", false), found);
    }
    int from = blanksAfter(separator + 1);
    if (from < text.length() && text.at(from) == '[') {
      from = blanksAfter(from + 1);
    }
    if (from == text.length() || text.at(from) == '{' || text.at(from) == '[') {
      return from;
    }
    char first = text.at(from);
    if (first == '"' || first == '\'') {
      int end = end(from + 1, text.width(from), String.valueOf(first), false);
      return marked(from + 1, end, found);
    }
    int end = end(from, depth, UNQUOTED_END, true);
    return isLiteral(from, end) || isOnAnotherLine(separator, from)
        ? from
        : marked(from, end, found);
  }

  private boolean isOnAnotherLine(int separator, int from) {
    for (int i = separator; i < from; i++) {
      if (text.at(i) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Where a value ends; what was escaped deeper than what opened it is a part of it. */
  private int end(int from, int depth, String ends, boolean blanksToo) {
    int end = from;
    while (end < text.length()) {
      char here = text.at(end);
      boolean candidate = ends.indexOf(here) >= 0 || (blanksToo && Character.isWhitespace(here));
      // A pasted address has &amp; between its parameters.
      if (candidate && (text.width(end) <= depth || (here == '&' && text.width(end) == 5))) {
        return end;
      }
      end++;
    }
    return end;
  }

  private boolean isLiteral(int from, int end) {
    int size = end - from;
    if (size < 4 || size > 5) {
      return false;
    }
    StringBuilder word = new StringBuilder(size);
    for (int i = from; i < end; i++) {
      word.append(text.at(i));
    }
    String literal = word.toString();
    return literal.equals("null") || literal.equals("true") || literal.equals("false");
  }

  private int marked(int from, int end, BitSet found) {
    if (end > from) {
      found.set(text.start(from), text.end(end - 1));
    }
    return end;
  }
}
