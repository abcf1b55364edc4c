package io.github.wxcard.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line, the call of it that goes wrong, and what the rules say about that call.
 *
 * @param again what a lost answer is followed by
 * @param terminal the further words of the table's first column
 */
record Call(Again again, Set<String> terminal, String method, String path, String line) {
  private static final Pattern ROW = Pattern.compile("(\\S+) +([A-Z]+) +(\\S+) +(.+)");

  /** What follows a lost answer. */
  enum Again {
    FREELY(3, 0),
    ONCE(1, 0),
    LOOKS(1, 3),
    IMPORTS(4, 3);

    /** How often the call is sent while no answer comes. */
    final int tries;

    /** How many looks follow when those get no answer either. */
    final int looks;

    Again(int tries, int looks) {
      this.tries = tries;
      this.looks = looks;
    }
  }

  /** The table, in its order. */
  static List<Call> all() {
    try (InputStream in = Call.class.getResourceAsStream("calls.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Call::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Call parse(String line) {
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalStateException("no row of the table: " + line);
    }
    List<String> how = List.of(row.group(1).split(","));
    Again again = Again.valueOf(how.get(0).toUpperCase(Locale.ROOT));
    Set<String> terminal = Set.copyOf(how.subList(1, how.size()));
    return new Call(again, terminal, row.group(2), row.group(3), row.group(4));
  }

  boolean is(String trait) {
    return terminal.contains(trait);
  }

  /** How messages name it. */
  String name() {
    return method + " " + path;
  }

  @Override
  public String toString() {
    return "wxcard " + line + " [" + path + "]";
  }
}
