package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Text that steers, turns, breaks, hides or commands, in every field of an answer. */
final class Hostile {
  /** Each kind once; every line of it is a command to some CI system. */
  static final String TEXT =
      "evil\n::set-output name=x::y\n##[set-env name=A]b\r##vso[task.setvariable variable=A]b\n"
          + "##teamcity[buildStop]\u001b[2J\u001b]0;t\u0007\u001b[1;31m\u009b\u007f\u0000\t|"
          + "\u202e\u2066\u200f\u061c\u2028\u2029\u200b\ufeff\u00ad\udb40\udc41\ud800券";

  /** An emoji may be several, joined. */
  private static final Pattern HIDDEN =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\u200d]]|[\\ud800-\\udfff]"
              + "|\\u200d(?![\\u2190-\\u2bff\\x{1f000}-\\x{1faff}])");

  private static final Pattern COMMANDS =
      Pattern.compile("(?im)^[\\s\\p{Z}]*::.*::|##\\[|##vso\\[|##teamcity\\[");

  private static final Pattern OUR_OWN =
      Pattern.compile("\u001b\\[(?:0|1|2|1;31|1;34|32|33|35|36|38;5;16;48;5;231)m|\r\u001b\\[K");

  /** Without these as they are, an answer is none. */
  private static final Set<String> KEPT = Set.of("errmsg", "iso", "card_type", "status");

  private Hostile() {}

  /** The same answer, with hostile text behind every text and as the name of a further member. */
  static String answer(String good) throws IOException {
    return written(hostile(Json.read(good)));
  }

  /** JSON as a server that escapes nothing but what it must. */
  private static String written(JsonNode tree) {
    return Json.write(tree);
  }

  private static JsonNode hostile(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode changed = Json.object();
      object
          .properties()
          .forEach(
              member ->
                  changed.set(
                      member.getKey(),
                      KEPT.contains(member.getKey())
                          ? member.getValue()
                          : hostile(member.getValue())));
      return changed.put("z" + TEXT, TEXT);
    }
    if (node instanceof ArrayNode array) {
      ArrayNode changed = Json.array();
      array.forEach(element -> changed.add(hostile(element)));
      return changed;
    }
    return node.isTextual() ? new TextNode(node.textValue() + TEXT) : node;
  }

  /** What a terminal shows without the colours and the progress of the program. */
  static String withoutOurOwn(String stream) {
    return OUR_OWN.matcher(stream).replaceAll("");
  }

  /**
   * What of a stream could do something.
   *
   * @param terminal whether there may be colours and progress of the program's own
   */
  static List<String> found(String stream, boolean terminal) {
    String foreign = terminal ? withoutOurOwn(stream) : stream;
    return Stream.of(HIDDEN, COMMANDS)
        .flatMap(pattern -> pattern.matcher(foreign).results())
        .map(found -> Json.write(new TextNode(found.group())))
        .toList();
  }
}
