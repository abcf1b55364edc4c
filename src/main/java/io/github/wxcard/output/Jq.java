package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.MaskedJson;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.JsonQuery;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.Versions;
import net.thisptr.jackson.jq.exception.JsonQueryException;

/**
 * A jq expression. The class that drags the jq library in: touch it only when there is no other
 * way.
 */
final class Jq implements OutputFormat.Filter {
  /** Far longer than it takes to filter all that an account holds. */
  private static final long LONGEST_SECONDS = 10;

  private static final int MOST = 1_000_000;

  /** Of all texts and names in the values together; a result itself is never half as long. */
  private static final long MOST_CHARACTERS = 64 << 20;

  private final String expression;
  private final JsonQuery query;
  private final Scope scope = Scope.newEmptyScope();
  private boolean endless;

  /** A failure of kind USAGE when no result could be filtered by the expression. */
  Jq(String expression) {
    this.expression = expression;
    query = compiled();
    JqFunctions functions = new JqFunctions(scope, Versions.JQ_1_7);
    Optional<String> undefined = new JqUndefinedNames(functions).in(query);
    if (undefined.isPresent()) {
      throw unreadable(
          "cannot be run: " + undefined.get(),
          "Correct the name; what --jq does not have, jq does: pipe the output of --json into it.");
    }
    functions.define(JqTree.member(query, "expr"));
    for (int arguments = 1; arguments <= 3; arguments++) {
      Function range = scope.getFunction("range", arguments);
      if (range != null) {
        scope.addFunction("range", arguments, bounded(range));
      }
    }
  }

  @Override
  public List<JsonNode> apply(JsonNode document) {
    if (endless) {
      throw misfit("did not end for an earlier result", null, document);
    }
    // Not on this thread: there is no other way to leave an expression that does not end.
    FutureTask<List<JsonNode>> task = new FutureTask<>(() -> values(document));
    Thread thread = new Thread(task, "wxcard jq");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      endless = true;
      throw misfit("does not end within " + LONGEST_SECONDS + " s", e, document);
    } catch (ExecutionException e) {
      throw misfit(reason(e.getCause()), e.getCause(), document);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while filtering the result", null);
    } finally {
      task.cancel(true);
    }
  }

  private List<JsonNode> values(JsonNode document) throws JsonQueryException {
    List<JsonNode> values = new ArrayList<>();
    AtomicLong characters = new AtomicLong();
    query.apply(
        Scope.newChildScope(scope),
        document,
        value -> {
          if (values.size() == MOST) {
            throw new CancellationException("yields over " + MOST + " values");
          }
          stopIfInterrupted();
          if (characters.addAndGet(characters(value)) > MOST_CHARACTERS) {
            throw new CancellationException("yields over " + MOST_CHARACTERS + " characters");
          }
          values.add(value);
        });
    return values;
  }

  private static long characters(JsonNode value) {
    if (value.isTextual()) {
      return value.textValue().length();
    }
    long sum = 0;
    for (JsonNode inner : value) {
      sum += characters(inner);
    }
    Iterator<String> names = value.fieldNames();
    while (names.hasNext()) {
      sum += names.next().length();
    }
    return sum;
  }

  /** The one function that goes round by itself; others come back here or run out of stack. */
  private static Function bounded(Function range) {
    return (place, arguments, in, path, output, version) -> {
      AtomicInteger rounds = new AtomicInteger();
      range.apply(
          place,
          arguments,
          in,
          path,
          (value, where) -> {
            if (rounds.incrementAndGet() > MOST) {
              throw new CancellationException("goes round over " + MOST + " times");
            }
            stopIfInterrupted();
            output.emit(value, where);
          },
          version);
    };
  }

  private static void stopIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("was interrupted");
    }
  }

  private static String reason(Throwable cause) {
    if (cause instanceof CancellationException) {
      return cause.getMessage();
    }
    if (cause instanceof StackOverflowError || cause instanceof OutOfMemoryError) {
      return "takes more memory than there is";
    }
    return "does not fit the result: " + cause.getMessage();
  }

  private JsonQuery compiled() {
    if (expression.isBlank()) {
      throw unreadable(
          "is empty", "Check that the variable it came from was set; . is everything.");
    }
    try {
      return JsonQuery.compile(expression, Versions.JQ_1_7);
    } catch (JsonQueryException | RuntimeException | StackOverflowError e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String where = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      throw unreadable(
              "is not a jq expression: " + where,
              "Look at the keys with --json alone, then pick from them: --jq .card_id")
          .causedBy(e);
    }
  }

  private Failure unreadable(String trouble, String fix) {
    return Failure.of(FailureKind.USAGE, "--jq '" + expression + "' " + trouble, fix);
  }

  /** The expression's own error text may quote the document. */
  private Failure misfit(String trouble, Throwable cause, JsonNode document) {
    return Failure.of(
            FailureKind.INTERNAL,
            MaskedJson.maskOf(document).text("--jq '" + expression + "' " + trouble.strip()),
            "The command itself was done: its result is on standard error. Do not run it again for"
                + " the result alone.")
        .causedBy(cause);
  }
}
