package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.batch.IrreversibleTask;
import io.github.wxcard.cli.base.BatchCommand;
import io.github.wxcard.client.Codes.Redeemed;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Redeems one code: walkthrough step 7. */
@Command(
    name = "consume",
    description = "Redeem a card code, or a file of them; it cannot be undone.",
    footer = {
      "",
      "The call is sent once. When its answer is lost, the code is looked up instead of",
      "being redeemed again, and the message says what was found. The status of a member card's"
          + " code",
      "does not tell that, so neither it nor --resume redeems such a code again by itself.",
      "",
      "With --from the failures are told on stderr, and with --json every line of the file has a",
      "line of its own on stdout, in the same order. A journal beside the sandbox's state says"
          + " what",
      "may have been sent and what came of it: --resume sends what has no answer, or one that may",
      "change, and looks up first what may have been sent, up to 1024 codes after a kill. A batch",
      "without such lines is finished, and the next run begins anew. --dry-run tells the bad"
          + " lines.",
      "Exit 0 when every code is done, else 8.",
      "",
      "Examples:",
      "  wxcard consume 759733467744",
      "  echo 759733467745 > codes.txt",
      "  wxcard consume --from codes.txt --parallel 4 --rate 20/s",
      "  wxcard consume --from codes.txt --resume --json",
      "  wxcard consume --from codes.txt --dry-run"
    })
public final class ConsumeCommand extends BatchCommand {
  @Parameters(arity = "0..1", paramLabel = "CODE", description = "The code the customer shows.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "Required for cards with merchant codes.")
  String cardId;

  record Consumed(String cardId, String openid, String code) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("card_id", cardId).put("openid", openid).put("code", code);
    }

    @Override
    public void text(Page page) {
      page.line(cardId + " " + openid);
    }
  }

  @Override
  public CommandResult call(WeChat weChat) {
    checkSource(code == null ? List.of() : List.of(code));
    if (code == null) {
      return work(cardId, List.of(), weChat, IrreversibleTask.redeem(weChat.codes()));
    }
    Redeemed redeemed = weChat.codes().consume(code, cardId);
    return new Consumed(redeemed.cardId(), redeemed.openid(), code);
  }
}
