package io.github.wxcard.trust;

import java.util.List;

/** What a reader may trip over when it comes a hundred thousand times. */
final class Pieces {
  static final List<String> JSON =
      List.of(
          "[",
          "]",
          "{",
          "{\"a\":",
          "{\"a\":[",
          "[1,",
          "[[],",
          "1,",
          "\"a\",",
          "\"",
          "\\",
          "\\u",
          "'",
          ",",
          ":",
          "/*",
          "/* */",
          "//",
          "//\n",
          "\n",
          "\r",
          "1",
          "-",
          "1e",
          "“",
          "微",
          "\ufeff",
          "}{",
          "a:",
          "\"a\":1,",
          "[\"",
          "{'a',");

  static final List<String> XML =
      List.of(
          "<a>",
          "<a/>",
          "</a>",
          "<!--",
          "<!-- -->",
          "<![CDATA[",
          "]]>",
          "<?a?>",
          "<?",
          "<!",
          "&",
          "&lt;",
          "&#1",
          "<a b='",
          " a='b'",
          "<",
          ">",
          "<!DOCTYPE a [",
          "x",
          "\n");

  static final List<String> TEXT =
      List.of(
          "\u001b",
          "\u001b[",
          "\u001b[1",
          "1;",
          "\u001b[1m",
          "\u202e",
          "e\u0301",
          "x|y\n",
          "|",
          "\n",
          "\t",
          "\r",
          "微",
          "\ud83d\ude00",
          "$1",
          "%s",
          "\"");

  private Pieces() {}
}
