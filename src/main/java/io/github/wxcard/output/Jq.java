package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.text.SecretMask;
import java.util.ArrayList;
import java.util.List;
import net.thisptr.jackson.jq.BuiltinFunctionLoader;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/** A jq expression. The class that drags the jq library in: touch it only when one is given. */
public final class Jq {
  private final String expression;
  private final JsonQuery query;
  private final Scope scope = Scope.newEmptyScope();

  Jq(String expression) {
    this.expression = expression;
    try {
      query = JsonQuery.compile(expression, Versions.JQ_1_7);
    } catch (JsonQueryException e) {
      throw failure("is not a jq expression: " + e.getMessage(), e);
    }
    BuiltinFunctionLoader.getInstance().loadFunctions(Versions.JQ_1_7, scope);
  }

  /** Every value the expression yields, in order. */
  List<JsonNode> apply(JsonNode document) {
    List<JsonNode> values = new ArrayList<>();
    try {
      query.apply(Scope.newChildScope(scope), document, values::add);
      return values;
    } catch (JsonQueryException e) {
      throw failure("does not fit the result: " + e.getMessage(), e)
          .extra("result", masked(document))
          .detail("The command itself was done; its result: " + masked(document));
    }
  }

  /** What was done must not be lost, but error messages are kept in logs. */
  private static JsonNode masked(JsonNode document) {
    return MaskedJson.of(document, new SecretMask());
  }

  private Failure failure(String trouble, Exception cause) {
    return Failure.of(
            Kind.USAGE,
            "--jq '" + expression + "' " + trouble.strip(),
            "Look at the keys with --json alone, then pick from them: --jq .card_id")
        .causedBy(cause);
  }
}
