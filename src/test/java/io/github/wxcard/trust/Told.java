package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.trust.Fault.Effect;
import java.util.regex.Pattern;

/** What a person or a program must be told of a fault: what failed, why, and what to do next. */
record Told(Call call, Fault fault, Outcome outcome, boolean json) {
  private static final String UNSENT = "was not sent: ";
  private static final String REDIRECTED = " sends elsewhere ";
  private static final Pattern NEXT = Pattern.compile("(?m)^ *(Next: |line 1: |\\S.* -> )\\S");

  void check(Run run) {
    String seen = withoutTrace(run.err()) + run.out();
    assertThat(seen).as("the reason in %s", run).containsPattern(fault.told());
    assertThat(seen).as("a defect").doesNotContain("unexpected:");
    if (json) {
      checkJson(run);
    } else {
      checkText(run, seen);
    }
  }

  private void checkText(Run run, String seen) {
    assertThat(seen).as("what to do next in %s", run).containsPattern(NEXT);
    if (fault.effect() != Effect.UNSENT && !call.is("batch")) {
      assertThat(seen).as("what failed in %s", run).contains(call.name());
    }
    if (mustNotBeRepeated(seen)) {
      assertThat(seen)
          .as("advice in %s", run)
          .containsAnyOf("is not known", REDIRECTED)
          .doesNotContain("Next: Try again");
    }
  }

  private void checkJson(Run run) {
    JsonNode error = run.error();
    assertThat(error.path("fix").asText("")).as("what to do next in %s", run).isNotBlank();
    assertThat(error.path("kind").asText()).as("the kind in %s", run).isEqualTo(kind(run));
    if (mustNotBeRepeated(error.path("errmsg").asText())) {
      assertThat(error.path("retryable").asBoolean()).as("retryable in %s", run).isFalse();
      assertThat(error.path("fix").asText()).doesNotStartWith("Try again");
      assertThat(error.path("meaning").asText() + error.path("errmsg").asText())
          .as("what is open in %s", run)
          .containsAnyOf("is not known", REDIRECTED);
    }
    assertThat(run.out()).as("what is done in %s", run).doesNotContain("\"ok\":true,\"card_id");
  }

  private boolean mustNotBeRepeated(String seen) {
    return outcome.unknown() && !seen.contains(UNSENT);
  }

  private static String kind(Run run) {
    return switch (run.exitCode()) {
      case 4 -> "auth";
      case 5 -> "refused";
      case 6 -> "network";
      case 8 -> "partial";
      default -> "none for exit " + run.exitCode();
    };
  }

  private static String withoutTrace(String err) {
    return err.replaceAll("(?m)^[<>] .*\\n", "");
  }
}
