package io.github.wxcard.trust;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must come of a call that meets a fault, as {@code outcomes.txt} has it.
 *
 * @param exitCode the command's
 * @param least the fewest times that the call may be sent
 * @param most the most times
 * @param unknown whether it must be told that nobody knows if the call was carried out
 */
record Outcome(int exitCode, int least, int most, boolean unknown) {
  private static final Pattern CELL = Pattern.compile("(\\d)x(\\d)(?:-(\\d))?(\\?)?");
  private static final Map<String, Outcome> ALL = read();

  /** What the table says of a kind of call that meets a kind of fault. */
  static Outcome of(Call call, Fault fault) {
    Fault.Effect effect =
        fault.good().stream().anyMatch(call::is) ? Fault.Effect.ANSWERED : fault.effect();
    return Optional.ofNullable(ALL.get(key(call.kind(), effect.name().toLowerCase(Locale.ROOT))))
        .orElseThrow(() -> new AssertionError("no outcome for " + call + " and " + fault));
  }

  /** Whether the call is carried out after all, so that nothing is told. */
  boolean good() {
    return exitCode == 0;
  }

  private static Map<String, Outcome> read() {
    try (InputStream in = Outcome.class.getResourceAsStream("outcomes.txt")) {
      List<List<String>> lines =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .map(line -> List.of(line.split(" +")))
              .toList();
      List<String> fates = lines.get(0);
      Map<String, Outcome> outcomes = new HashMap<>();
      for (List<String> line : lines.subList(1, lines.size())) {
        for (int i = 1; i < fates.size(); i++) {
          outcomes.put(key(line.get(0), fates.get(i)), parse(line.get(i)));
        }
      }
      return outcomes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Outcome parse(String text) {
    Matcher cell = CELL.matcher(text);
    if (!cell.matches()) {
      throw new IllegalStateException("no cell of the table: " + text);
    }
    int least = Integer.parseInt(cell.group(2));
    int most = cell.group(3) == null ? least : Integer.parseInt(cell.group(3));
    return new Outcome(Integer.parseInt(cell.group(1)), least, most, cell.group(4) != null);
  }

  private static String key(String kind, String fate) {
    return kind + " " + fate;
  }
}
