package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonHighlighterTest {
  private static final String[] TEXTS = {"", "a", "\"", "\\", "a\\\"b:", "卡券", "{1}", "\u0007"};

  private static String bare(String painted) {
    return painted.replaceAll("\u001b\\[[0-9;]*m", "");
  }

  @Test
  void names_texts_numbers_and_literals_have_colours_of_their_own() {
    assertThat(JsonHighlighter.highlighted("{\"a\":[\"b\",-1.5e+3,true,null]}"))
        .isEqualTo(
            "{\u001b[1;34m\"a\"\u001b[0m:[\u001b[32m\"b\"\u001b[0m,\u001b[36m-1.5e+3\u001b[0m,"
                + "\u001b[35mtrue\u001b[0m,\u001b[35mnull\u001b[0m]}");
  }

  @Test
  void without_the_colours_it_is_the_same_text() throws IOException {
    Random random = new Random(20261130);
    for (int i = 0; i < 500; i++) {
      JsonNode tree = tree(random, 4);
      for (String text : new String[] {Json.write(tree), Json.pretty(tree)}) {
        assertThat(bare(JsonHighlighter.highlighted(text))).isEqualTo(text);
      }
    }
  }

  @Test
  void what_is_no_json_ends_too() {
    assertThat(bare(JsonHighlighter.highlighted("\"open \\"))).isEqualTo("\"open \\");
  }

  private static JsonNode tree(Random random, int depth) {
    String text = TEXTS[random.nextInt(TEXTS.length)];
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> Json.object().textNode(text);
      case 1 -> Json.object().numberNode(random.nextDouble() * 1e9 - 5e8);
      case 2 -> Json.object().booleanNode(random.nextBoolean());
      case 3 -> Json.object().nullNode();
      case 4 -> {
        ObjectNode object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set(text + i, tree(random, depth - 1));
        }
        yield object;
      }
      default -> {
        ArrayNode array = Json.array();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(tree(random, depth - 1));
        }
        yield array;
      }
    };
  }
}
