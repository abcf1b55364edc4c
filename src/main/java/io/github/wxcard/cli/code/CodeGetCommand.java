package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.Codes.CodeState;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.BeijingTime;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks a code up. */
@Command(
    name = "get",
    description = "Look up who holds a code and whether it can be redeemed.",
    footer = {
      "",
      "Prints one line: card_id, openid, user_card_status, can_consume, begin and end of the",
      "period; - stands for what the answer does not tell, never for the end of what has none.",
      "",
      "A code that cannot be redeemed is refused (exit 5), as `wxcard consume` would refuse it;",
      "with --any-status its state is shown instead.",
      "",
      "Examples:",
      "  wxcard code get 759733467744",
      "  wxcard code get 759733467744 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --any-status --json"
    })
final class CodeGetCommand extends ApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code the customer shows.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  String cardId;

  @Option(
      names = "--any-status",
      description = "Show codes that cannot be redeemed too (check_consume: false).")
  boolean anyStatus;

  @Override
  public CodeFacts call(WeChat weChat) {
    ArgumentChecks.notBlank("CODE", code);
    ArgumentChecks.notBlankIfGiven("--card-id", cardId);
    return new CodeFacts(weChat.codes().get(code, cardId, !anyStatus));
  }

  /** A code as it was looked up; what was not told is left out. */
  record CodeFacts(CodeState state) implements Result {
    private static final String UNTOLD = "-";

    /** How WeChat writes the end of a period that has none. */
    private static final long NEVER = 0xffff_ffffL;

    private static final Set<String> ENVELOPE = Set.of("errcode", "errmsg", "card");

    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      json.put("card_id", state.cardId()).put("openid", state.openid()).put("code", state.code());
      if (!state.status().isEmpty()) {
        json.put("user_card_status", state.status());
      }
      json.put("can_consume", state.canConsume());
      putTime(json, "begin_time");
      putTime(json, "end_time");
      addFurther(json, state.answer());
      addFurther(json, state.answer().path("card"));
      return json;
    }

    private static void addFurther(ObjectNode json, JsonNode answer) {
      for (var field : answer.properties()) {
        if (!ENVELOPE.contains(field.getKey()) && !json.has(field.getKey())) {
          json.set(field.getKey(), field.getValue());
        }
      }
    }

    @Override
    public void text(Page page) {
      page.line(
          String.join(
              " ",
              word(state.cardId()),
              word(state.openid()),
              word(state.status()),
              Boolean.toString(state.canConsume()),
              time(state.beginTime()),
              state.endTime() == NEVER ? "never" : time(state.endTime())));
    }

    private void putTime(ObjectNode json, String name) {
      JsonNode seconds = state.answer().path("card").path(name);
      if (seconds.isValueNode() && !seconds.isNull()) {
        json.put(name, seconds.asLong());
      }
    }

    private static String word(String text) {
      return text.isEmpty() ? UNTOLD : text;
    }

    private static String time(long seconds) {
      return seconds > 0 ? BeijingTime.of(seconds) : UNTOLD;
    }
  }
}
