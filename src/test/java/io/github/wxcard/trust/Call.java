package io.github.wxcard.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A command line, and the call of it that goes wrong: a row of {@code calls.txt}.
 *
 * @param how the words of the table's first column, in their order
 */
record Call(List<String> how, String method, String path, String line) {
  private static final Pattern ROW = Pattern.compile("(\\S+) +([A-Z]+) +(\\S+) +(.+)");

  /** What decides about exit codes and repeats, besides what follows a lost answer. */
  private static final Set<String> DECISIVE = Set.of("open", "batch", "waits");

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
    return new Call(List.of(row.group(1).split(",")), row.group(2), row.group(3), row.group(4));
  }

  boolean is(String trait) {
    return how.contains(trait);
  }

  /** The first column of {@code outcomes.txt}. */
  String kind() {
    return how.stream()
        .filter(word -> word.equals(how.get(0)) || DECISIVE.contains(word))
        .collect(Collectors.joining(","));
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
