package io.github.wxcard.cli.code;

import io.github.wxcard.batch.DepositTask;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.BatchCommand;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Asks which codes were imported. */
@Command(
    name = "check",
    description = "Ask which codes were imported; ends 8 when one was not.",
    footer = {
      "",
      "With --json every code has a line of its own with \"exists\".",
      "",
      "Examples:",
      "  wxcard code check pFS7Fjg8kV1IdDz01r4SQwMkuCKc 759733467744",
      "  echo 759733467744 > codes.txt",
      "  wxcard code check pFS7Fjg8kV1IdDz01r4SQwMkuCKc --from codes.txt"
    })
final class CodeCheckCommand extends BatchCommand {
  @Parameters(index = "0", paramLabel = "CARD_ID", description = "The card the codes are for.")
  String cardId;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "CODE",
      description = "The codes to ask about.")
  List<String> codes = List.of();

  @Override
  public CommandResult call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    checkSource(codes);
    return work(cardId, codes, weChat, new DepositTask.Check(weChat.deposits(), cardId));
  }
}
