package io.github.wxcard.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.internal.JsonQueryFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions that an expression names, alone, do what all of the library's do together. */
class JqFunctionsTest {
  private static final Scope WHOLE = Scope.newEmptyScope();
  private static final Map<String, Function> LIBRARY =
      BuiltinFunctionLoader.getInstance().listFunctions(Versions.JQ_1_7, WHOLE);

  static {
    LIBRARY.forEach(WHOLE::addFunction);
  }

  @Test
  void there_are_those_of_the_library_and_no_others() throws Exception {
    Scope scope = Scope.newEmptyScope();
    JqFunctions functions = new JqFunctions(scope, Versions.JQ_1_7);
    functions.define(tree("builtins"));

    assertThat(scope.getLocalFunctions()).hasSameSizeAs(LIBRARY);
    LIBRARY.forEach(
        (signature, function) ->
            assertThat(scope.getLocalFunctions().get(signature))
                .as(signature)
                .hasSameClassAs(function));
    assertThat(functions.has("nosuch/0")).isFalse();
    assertThat(functions.has("map/0")).isFalse();
  }

  @Test
  void each_brings_those_it_calls_itself() throws Exception {
    for (Map.Entry<String, Function> each : LIBRARY.entrySet()) {
      Scope scope = Scope.newEmptyScope();
      new JqFunctions(scope, Versions.JQ_1_7).define(tree(call(each.getKey())));
      assertThat(scope.getLocalFunctions()).containsKey(each.getKey());
      for (Function function : scope.getLocalFunctions().values()) {
        if (function instanceof JsonQueryFunction) {
          assertThat(scope.getLocalFunctions().keySet())
              .as(each.getKey())
              .containsAll(calledBy(function));
        }
      }
    }
  }

  @Test
  void a_function_that_needs_no_other_comes_alone() throws Exception {
    Scope scope = Scope.newEmptyScope();
    new JqFunctions(scope, Versions.JQ_1_7).define(tree(".a | length"));
    assertThat(scope.getLocalFunctions()).containsOnlyKeys("length/0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".cards | map(select(.stock > 1)) | .[].id",
        "[.cards[] | {id, stock: (.stock // 0)}]",
        ".cards | sort_by(.stock) | first.id",
        ".cards | group_by(.type) | map(length) | add",
        "[paths]",
        "[.. | numbers]",
        "to_entries | map(.key) | join(\",\")",
        "with_entries(.value |= tostring)",
        ".cards | any(.stock == 0), all(.stock == 0)",
        "[limit(2; .cards[].id)]",
        ".name | test(\"^s\"), ascii_upcase, sub(\"o\"; \"0\"), splits(\"h\")",
        ".cards | map(.id) | @csv, @json, @sh",
        "walk(if type == \"string\" then length else . end)",
        "del(.cards[0])",
        ".cards | max_by(.stock), min_by(.stock), unique_by(.type)",
        "[.cards[].stock | numbers] | flatten | transpose?",
        "def double(f): f * 2; [.cards[].id | double(length)]",
        "reduce .cards[] as $c (0; . + ($c.stock // 0))",
        "builtins | length",
        "[recurse(.cards?[]?; . != null)] | length",
        "[range(3)] | combinations?",
        "pick(.name)",
        "tojson | fromjson | .name",
        "\"\\(.name): \\(.cards | length)\"",
      })
  void what_an_expression_gives_is_what_it_gives_with_all_of_them(String expression)
      throws IOException {
    JsonNode document =
        Json.read(
            """
            {"name": "shop", "cards": [
              {"id": "a", "stock": 3, "type": "CASH"},
              {"id": "b", "stock": 1, "type": "GIFT"},
              {"id": "c", "stock": null, "type": "CASH"}]}
            """);
    List<JsonNode> expected = new ArrayList<>();
    JsonQuery.compile(expression, Versions.JQ_1_7)
        .apply(Scope.newChildScope(WHOLE), document, expected::add);

    assertThat(new Jq(expression).apply(document)).isEqualTo(expected);
  }

  private static String call(String signature) {
    int slash = signature.indexOf('/');
    int arguments = Integer.parseInt(signature.substring(slash + 1));
    String name = signature.substring(0, slash);
    return arguments == 0
        ? name
        : name + "(" + String.join(";", Collections.nCopies(arguments, ".")) + ")";
  }

  /** What its body calls that is neither defined in it nor one of its parameters. */
  private static List<String> calledBy(Function function) {
    Object body = JqTree.member(function, "body");
    List<String> calls = new ArrayList<>(JqTree.calls(body));
    calls.retainAll(LIBRARY.keySet());
    return calls;
  }

  private static Object tree(String expression) throws Exception {
    return JqTree.member(JsonQuery.compile(expression, Versions.JQ_1_7), "expr");
  }
}
