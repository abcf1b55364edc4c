package io.github.wxcard.cli.share;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Creates a landing page. */
@Command(
    name = "create",
    description = "Create a landing page from a JSON file; prints its url and page_id.",
    footer = {
      "",
      "FILE is the body of /card/landingpage/create: banner, page_title, can_share, scene and",
      "card_list, whose cards must be this account's: --set puts one in. Images must have been uploaded (wxcard upload-logo).",
      "",
      "Example:",
      "  wxcard page create samples/api/page.json --set /card_list/0/card_id=pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class PageCreateCommand extends ApiCommand<Answered> {
  private static final int UNKNOWN_CARD = 40073;

  @Parameters(paramLabel = "FILE|-", description = "The page; - reads standard input.")
  String file;

  @Mixin final BodyFile page = new BodyFile();

  @Override
  public Answered call(WeChat weChat) {
    try {
      return Answered.facts(created(weChat));
    } catch (Failure refused) {
      if (refused.errcode().equals(Optional.of(UNKNOWN_CARD))) {
        refused.fix(
            "Put a card of this account into the page's card_list, or add"
                + " --set /card_list/0/card_id=…; `wxcard card list` shows the cards.");
      }
      throw refused;
    }
  }

  private JsonNode created(WeChat weChat) {
    return weChat.postOnce(
        "/card/landingpage/create",
        page.read(app, file),
        "The page may have been created; WeChat lists no pages. Creating it again makes"
            + " another one, and the lost one harms nobody: its link is not known.");
  }
}
