package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A path gives what the jq library gives, whatever the document. */
@Timeout(120)
class JqPathTest {
  private static final List<String> NAMES =
      List.of("a", "b", "card_id", "_1", "and", "or", "if", "null", "true", "def", "卡券", "x y", "");

  private final Random random = new Random(20261130);

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        ".url",
        ".cards[0].card_id",
        ".[\"a\"]",
        ".\"a\"",
        ".a?",
        ".[]",
        ".a[]?.b",
        ".[-1]",
        ".[0][1]",
        ".steps[].error?",
      })
  void what_scripts_pick_with_is_a_path(String expression) {
    assertThat(JqPath.of(expression)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "..",
        ".?",
        ".a??",
        ".a.[0]",
        "a",
        "[0]",
        ".a | .b",
        ".a, .b",
        ".[1:2]",
        ".[01]",
        ".[1.5]",
        ".[\"\\u0061\"]",
        ".[\"a",
        ".[\"a\"",
        ".[.a]",
        ".a.",
        ".1",
        ".[4294967296]",
        ".a b",
        ".a]",
        "$x",
        "?",
      })
  void what_only_jq_can_judge_is_left_to_it(String expression) {
    assertThat(JqPath.of(expression)).isNull();
  }

  @Test
  void made_up_paths_give_what_jq_gives_from_made_up_documents() {
    int fitting = 0;
    for (int round = 0; round < 4_000; round++) {
      JsonNode document = document(4);
      String expression = expression();
      JqPath path = JqPath.of(expression);
      assertThat(path).as(expression).isNotNull();
      Jq jq = new Jq(expression);
      String found = outcome(path, document);
      assertThat(found).as("%s of %s", expression, document).isEqualTo(outcome(jq, document));
      fitting += found.startsWith("[") ? 1 : 0;
    }
    assertThat(fitting).isBetween(1_000, 3_500);
  }

  @Test
  void no_damaged_path_is_taken_for_another_one() {
    String signs = ".[]\"?-0123 ab_|,:\\()卡";
    for (int round = 0; round < 4_000; round++) {
      StringBuilder damaged = new StringBuilder(expression());
      int place = random.nextInt(damaged.length());
      char sign = signs.charAt(random.nextInt(signs.length()));
      if (random.nextBoolean()) {
        damaged.insert(place, sign);
      } else {
        damaged.setCharAt(place, sign);
      }
      JqPath path = JqPath.of(damaged.toString());
      if (path != null) {
        JsonNode document = document(4);
        assertThat(outcome(path, document))
            .as("%s of %s", damaged, document)
            .isEqualTo(outcome(new Jq(damaged.toString()), document));
      }
    }
  }

  @Test
  void very_many_values_are_jqs_to_bound() {
    ArrayNode many = Json.array();
    for (int each = 0; each < 100_001; each++) {
      many.add(each);
    }
    assertThat(JqPath.of(".[]").apply(many)).hasSize(100_001);
    assertThat(JqPath.of(".[100000]").apply(many)).hasToString("[100000]");
  }

  private static String outcome(OutputFormat.Filter filter, JsonNode document) {
    try {
      return filter.apply(document).toString();
    } catch (Failure failure) {
      return failure.getMessage();
    }
  }

  private String expression() {
    StringBuilder path = new StringBuilder();
    for (int steps = 1 + random.nextInt(4); steps > 0; steps--) {
      String name = NAMES.get(random.nextInt(NAMES.size()));
      boolean first = path.isEmpty();
      path.append(
          switch (random.nextInt(6)) {
            case 0 -> (first ? "." : "") + "[]";
            case 1 -> (first ? "." : "") + "[" + (random.nextInt(6) - 3) + "]";
            case 2 -> (first ? "." : "") + "[\"" + name + "\"]";
            case 3 -> ".\"" + name + "\"";
            default -> "." + (name.matches("\\w+") ? name : "a");
          });
      path.append(random.nextInt(5) == 0 ? "?" : "");
    }
    return path.toString();
  }

  private JsonNode document(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 4)) {
      case 0 -> Json.object().nullNode();
      case 1 -> Json.object().textNode("a\"卡");
      case 2 -> Json.object().numberNode(random.nextInt());
      case 3 -> Json.object().booleanNode(random.nextBoolean());
      case 4, 5 -> {
        ArrayNode array = Json.array();
        for (int size = random.nextInt(4); size > 0; size--) {
          array.add(document(depth - 1));
        }
        yield array;
      }
      default -> {
        ObjectNode object = Json.object();
        for (String name : names()) {
          object.set(name, document(depth - 1));
        }
        yield object;
      }
    };
  }

  private List<String> names() {
    List<String> some = new ArrayList<>(NAMES);
    some.removeIf(name -> random.nextInt(3) == 0);
    return some;
  }
}
