package io.github.wxcard.card;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever stands in whatever field: a fix ends the errors of its place, or nothing is fixed. */
final class FixPropertyTest {
  private static final String MARK = "\"here\"";
  private static final List<String> VALUES =
      List.of(
          "10",
          "1",
          "2",
          "0",
          "-1",
          "1.5",
          "4294967296",
          "1700000000000",
          "99999999999999999999",
          "\"10\"",
          "\"0\"",
          "\"51\"",
          "\"-1\"",
          "\"4294967296\"",
          "\"1700000000000\"",
          "\"99999999999999999999\"",
          "\"Color999\"",
          "\"2026-01-01\"",
          "\"\"",
          "true",
          "\"True\"",
          "null",
          "[]",
          "[[]]",
          "[\"10\"]",
          "[null]",
          "{}",
          "{\"type\": 1}",
          "True",
          "None",
          "undefined",
          "+5",
          "+0",
          "0123",
          "'x'",
          "‘10’",
          "Color010",
          "1\u200b0",
          "\"10\u200b\"",
          "\"CODE_TYPE_TEXT\u200b\"",
          "\"\u0000\"");

  static Stream<String> types() {
    return CardTemplate.types().stream();
  }

  @ParameterizedTest
  @MethodSource("types")
  void a_fix_leaves_no_error_where_it_was_made(String type) {
    JsonNode card =
        CardTemplate.of(type).get().fill(Optional.empty(), Optional.empty(), Optional.empty(), NOW);
    String cardType = card.at("/card/card_type").textValue();
    for (String pointer : pointers(cardType)) {
      JsonNode marked = card.deepCopy();
      Overrides.put(marked, pointer, TextNode.valueOf("here"));
      String text = Json.pretty(marked);
      for (String value : VALUES) {
        String planted = text.replace(MARK, value);
        String fixed = fixed(planted);
        if (!fixed.equals(planted)) {
          assertThat(FileLinter.lint(fixed.getBytes(UTF_8), "it", NOW).diagnostics())
              .as("%s at %s became %s", value, pointer, fixed)
              .noneMatch(finding -> finding.isError() && touches(finding.pointer(), pointer));
        }
      }
    }
  }

  private static final java.time.Instant NOW = Samples.NOW;

  private static boolean touches(String found, String pointer) {
    return found.isEmpty() || found.equals(pointer) || found.startsWith(pointer + "/");
  }

  /** As {@code lint --fix} goes on until nothing is left that is certain. */
  private static String fixed(String text) {
    Set<String> seen = new HashSet<>();
    String now = text;
    while (seen.add(now)) {
      now = FileLinter.lint(now.getBytes(UTF_8), "it", NOW).fixed();
    }
    return now;
  }

  /** Every field of the type; what all cards have is looked at in one. */
  private static List<String> pointers(String cardType) {
    List<String> pointers = new ArrayList<>(List.of("/card/card_type"));
    String key = cardType.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, Field> member :
        CardSchema.standard().inner(cardType).orElseThrow().properties().entrySet()) {
      boolean seenElsewhere = member.getKey().equals("base_info") && !key.equals("groupon");
      if (!seenElsewhere) {
        collect("/card/" + key + "/" + member.getKey(), member.getValue(), pointers);
      }
    }
    return pointers;
  }

  private static void collect(String pointer, Field field, List<String> pointers) {
    pointers.add(pointer);
    field.properties().forEach((name, inner) -> collect(pointer + "/" + name, inner, pointers));
    field.items().ifPresent(item -> collect(pointer + "/0", item, pointers));
  }
}
