package io.github.wxcard.cli.code;

import io.github.wxcard.batch.IrreversibleTask;
import io.github.wxcard.cli.base.BatchCommand;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes codes void, as after a refund. */
@Command(
    name = "void",
    description = "Make a code that somebody holds void, as after a refund; it cannot be undone.",
    footer = {
      "",
      "The call is sent once. When its answer is lost, the code is looked up, and the message says",
      "what was found.",
      "",
      "Examples:",
      "  wxcard code void 759733467744 --reason refunded",
      "  echo 759733467745 > codes.txt",
      "  wxcard code void --from codes.txt --resume"
    })
final class CodeVoidCommand extends BatchCommand {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  String cardId;

  @Option(names = "--reason", paramLabel = "TEXT", description = "For the merchant's own records.")
  String reason;

  @Override
  public CommandResult call(WeChat weChat) {
    checkSource(code == null ? List.of() : List.of(code));
    if (code == null) {
      return work(cardId, List.of(), weChat, IrreversibleTask.makeVoid(weChat.codes(), reason));
    }
    weChat.codes().makeVoid(code, cardId, reason);
    return Document.of(Json.object().put("code", code).put("card_id", cardId), code);
  }
}
