package io.github.wxcard.cli.code;

import io.github.wxcard.batch.DepositTask;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.BatchCommand;
import io.github.wxcard.client.Deposits.Counts;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Imports a merchant's own codes. */
@Command(
    name = "deposit",
    description = "Import codes for WeChat to hand out at random.",
    footer = {
      "",
      "Codes go out in packs of 100. Importing a code again changes nothing. When an answer is",
      "lost the pack is sent again, and then asked for.",
      "The card must have been created with get_custom_code_mode, a stock of 0, and, on a real",
      "account, be approved. Afterwards raise its stock, to the number of codes at most.",
      "",
      "Examples:",
      "  wxcard code deposit pFS7Fjg8kV1IdDz01r4SQwMkuCKc 759733467744 759733467745",
      "  echo 759733467744 > codes.txt",
      "  wxcard code deposit pFS7Fjg8kV1IdDz01r4SQwMkuCKc --from codes.txt --rate 5/s"
    })
final class CodeDepositCommand extends BatchCommand {
  @Parameters(index = "0", paramLabel = "CARD_ID", description = "The card the codes are for.")
  String cardId;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "CODE",
      description = "The codes, at most 20 bytes of letters and digits each.")
  List<String> codes = List.of();

  @Override
  public CommandResult call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    checkSource(codes);
    DepositTask.Deposit task = new DepositTask.Deposit(weChat.deposits(), cardId);
    try {
      return work(cardId, codes, weChat, task);
    } finally {
      Counts counted = task.counted();
      if (counted.added() + counted.known() > 0 && !context.options().dryRun) {
        context.note(
            String.format(
                Locale.ROOT,
                "WeChat counted %d new, %d known and %d refused codes.",
                counted.added(),
                counted.known(),
                counted.refused()));
        context.note(
            "The stock says how many of them can be claimed: raise it with `wxcard card stock "
                + cardId
                + " --add N`, to what `wxcard code count` shows at most.");
      }
    }
  }
}
