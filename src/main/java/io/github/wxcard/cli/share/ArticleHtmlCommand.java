package io.github.wxcard.cli.share;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Finds what to put into an article so that its readers can claim a card. */
@Command(
    name = "article-html",
    description = "Print the HTML that shows a card inside an article.",
    footer = {
      "",
      "It works for cards whose codes WeChat makes, and for merchant codes once they are imported.",
      "",
      "Example:",
      "  wxcard article-html pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
public final class ArticleHtmlCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The card to show.")
  @BodyField("card_id")
  String cardId;

  @Override
  public Document call(WeChat weChat) {
    return Document.line(
        weChat.post("/card/mpnews/gethtml", RequestBody.of(this), Idempotency.IDEMPOTENT),
        "content");
  }
}
