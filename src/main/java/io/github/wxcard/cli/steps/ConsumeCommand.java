package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Required;
import io.github.wxcard.client.Redeemed;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Redeems one code: walkthrough step 7. */
@Command(
    name = "consume",
    description = "Redeem a card code; it cannot be undone.",
    footer = {
      "",
      "The call is sent once. When its answer is lost, the code is looked up instead of",
      "being redeemed again, and the message says what was found.",
      "",
      "Example:",
      "  wxcard consume 759733467744"
    })
public final class ConsumeCommand extends ApiCommand<ConsumeCommand.Consumed> {
  @Parameters(paramLabel = "CODE", description = "The code the customer shows.")
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
  public Consumed call(WeChat weChat) {
    Required.word("CODE", code);
    Redeemed redeemed = weChat.codes().consume(code, cardId);
    return new Consumed(redeemed.cardId(), redeemed.openid(), code);
  }
}
