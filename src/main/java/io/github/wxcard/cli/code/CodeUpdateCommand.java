package io.github.wxcard.cli.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a merchant's code another text. */
@Command(
    name = "update",
    description = "Replace a code that you made yourself, as after a gift; prints the new code.",
    footer = {
      "",
      "Only for cards with merchant codes (use_custom_code). The call is sent once: when its",
      "answer is lost, look the new code up.",
      "",
      "Example:",
      "  wxcard code update 759733467744 759733467745 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class CodeUpdateCommand extends ApiCommand {
  @Parameters(index = "0", paramLabel = "CODE", description = "The code as it is.")
  String code;

  @Parameters(index = "1", paramLabel = "NEW_CODE", description = "The code as it shall be.")
  String newCode;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "The card; WeChat requires it for merchant codes.")
  String cardId;

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CODE", code);
    ArgumentChecks.notBlank("NEW_CODE", newCode);
    ArgumentChecks.notBlankIfGiven("--card-id", cardId);
    ObjectNode body = Json.object().put("code", code);
    ObjectNode shown = Json.object();
    if (cardId != null) {
      body.put("card_id", cardId);
      shown.put("card_id", cardId);
    }
    // Never sent twice: the old code is unknown once it has worked.
    weChat.postOnce(
        "/card/code/update",
        body.put("new_code", newCode),
        "Look before you repeat: `wxcard code get "
            + newCode
            + " --any-status`, with the card's --card-id, knows the new code if the change was made.");
    return Document.of(shown.put("code", code).put("new_code", newCode), newCode);
  }
}
