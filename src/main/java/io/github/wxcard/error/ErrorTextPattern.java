package io.github.wxcard.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A text by which an error code is known when its number was lost: that of the table, or that of an
 * older edition or another server, from {@code other-texts.tsv}, with a {@code *} for what varies.
 */
record ErrorTextPattern(int code, String text) {
  private static final int SHORTEST = 8;
  private static final Comparator<ErrorTextPattern> LENGTH =
      Comparator.comparing(each -> each.text.length());

  /** The code that a line speaks of: the longest text says most. */
  static Optional<Integer> find(String line) {
    String small = line.toLowerCase(Locale.ROOT);
    return KnownPatterns.ALL.stream()
        .filter(each -> each.standsIn(small))
        // Of two with one text the later row wins: that of cards stands behind that of web pages.
        .reduce((best, each) -> LENGTH.compare(best, each) > 0 ? best : each)
        .map(ErrorTextPattern::code);
  }

  private boolean standsIn(String line) {
    if (!text.contains("*")) {
      return line.contains(text);
    }
    String pattern =
        Stream.of(text.split("[*]", -1)).map(Pattern::quote).collect(Collectors.joining("\\S+"));
    return Pattern.compile(pattern).matcher(line).find();
  }

  private static final class KnownPatterns {
    static final List<ErrorTextPattern> ALL =
        Stream.concat(
                ErrorTable.all().stream().map(row -> new ErrorTextPattern(row.code(), row.text())),
                TsvResource.read("other-texts.tsv").stream()
                    .map(cells -> new ErrorTextPattern(Integer.parseInt(cells[0]), cells[1])))
            .filter(each -> each.text.length() >= SHORTEST)
            .map(each -> new ErrorTextPattern(each.code, each.text.toLowerCase(Locale.ROOT)))
            .toList();
  }
}
