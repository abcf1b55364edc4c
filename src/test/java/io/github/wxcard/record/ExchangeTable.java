package io.github.wxcard.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a group of exchanges sends: a file with a step a line, which goes on in lines that begin
 * with blanks.
 *
 * <pre>
 * sandbox: WORD…                             how the sandbox is started
 * let NAME = TEXT                            $NAME stands for it from here on
 * call NAME: METHOD TARGET BODY              one call; WeChat's paths get the token $token
 * open NAME: METHOD TARGET BODY              one call as it stands
 * each NAME (FIELD …): METHOD TARGET BODY    the call, and with it what may be wrong about it;
 *                                            without a FIELD in parentheses it succeeds too;
 *                                            "free": it takes no token, "refused": it never succeeds
 * raw NAME (ANSWERS): BYTES                  bytes with escapes; $length is their body's length
 * half NAME: BYTES                           the same, and the caller's half of the connection ends
 * keep NAME = POINTER                        $NAME stands for what the last answer has there
 * </pre>
 */
final class ExchangeTable {
  private static final Pattern STEP =
      Pattern.compile("(\\w+)(?: ([^:(]+?))?(?: \\(([^)]*)\\))?: ?(.*)");
  private static final Pattern DEFINITION = Pattern.compile("(let|keep) (\\w+) = (.*)");

  private ExchangeTable() {}

  /**
   * A line of a table.
   *
   * @param extra what stands in parentheses
   */
  record Step(String verb, String name, String extra, String text) {}

  /** The steps of a group, behind those that all groups have in common. */
  static List<Step> read(String group) {
    List<String> lines = new ArrayList<>();
    for (String line : (text("common.table") + text(group + ".table")).lines().toList()) {
      if (line.startsWith("  ")) {
        lines.set(lines.size() - 1, lines.get(lines.size() - 1) + line.substring(2));
      } else if (!line.isBlank() && !line.startsWith("#")) {
        lines.add(line);
      }
    }
    return lines.stream().map(ExchangeTable::step).toList();
  }

  /** The exchanges of an approved file by their names. */
  static Map<String, String> approved(String group) {
    Map<String, String> exchanges = new LinkedHashMap<>();
    for (String exchange : text(group + ".approved").split("(?m)^=== ", -1)) {
      if (!exchange.isEmpty()) {
        exchanges.put(exchange.substring(0, exchange.indexOf('\n')), "=== " + exchange);
      }
    }
    return exchanges;
  }

  private static Step step(String line) {
    Matcher definition = DEFINITION.matcher(line);
    if (definition.matches()) {
      return new Step(definition.group(1), definition.group(2), "", definition.group(3));
    }
    Matcher step = STEP.matcher(line);
    if (!step.matches()) {
      throw new IllegalArgumentException("no step: " + line);
    }
    String extra = step.group(3) == null ? "" : step.group(3);
    return new Step(step.group(1), step.group(2), extra, step.group(4));
  }

  private static String text(String file) {
    try (InputStream in = ExchangeTable.class.getResourceAsStream("exchanges/" + file)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
