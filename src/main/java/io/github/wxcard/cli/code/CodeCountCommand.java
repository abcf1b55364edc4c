package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Counts imported codes. */
@Command(
    name = "count",
    description = "Count the codes that were imported for a card, handed out or not.",
    footer = {"", "Example:", "  wxcard code count pFS7Fjg8kV1IdDz01r4SQwMkuCKc"})
final class CodeCountCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card the codes are for.")
  String cardId;

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    JsonNode answer =
        weChat.post(
            "/card/code/getdepositcount",
            Json.object().put("card_id", cardId),
            Idempotency.IDEMPOTENT);
    return Document.line(Json.object().put("count", answer.path("count").asLong()), "count");
  }
}
