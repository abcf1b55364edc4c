package io.github.wxcard.cli.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.BodyFile;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sets the form that a user fills in to become a member. */
@Command(
    name = "form",
    description = "Set the form that activates a member card in one tap; prints the card_id.",
    footer = {
      "",
      "FILE is the body of /card/membercard/activateuserform/set; CARD_ID takes the place of its",
      "card_id. The form replaces the card's earlier one. The card must have wx_activate.",
      "",
      "Example:",
      "  echo '{\"required_form\": {\"common_field_id_list\":",
      "    [\"USER_FORM_INFO_FLAG_MOBILE\"]}}' > form.json",
      "  wxcard member form pFS7Fjg8kV1IdDz01r4SQwMkuCKc form.json"
    })
final class MemberFormCommand extends ApiCommand {
  private static final String CALL = "/card/membercard/activateuserform/set";

  @Parameters(index = "0", paramLabel = "CARD_ID", description = "The member card.")
  @BodyField("card_id")
  String cardId;

  @Parameters(index = "1", paramLabel = "FILE|-", description = "The form; - reads standard input.")
  String file;

  @Mixin final BodyFile form = new BodyFile();

  @Override
  public Document call(WeChat weChat) {
    ObjectNode card = RequestBody.of(this);
    ObjectNode body = form.read(context, file, CALL).setAll(card);
    weChat.post(CALL, body, Idempotency.IDEMPOTENT);
    return Document.line(Json.object().put("card_id", cardId), "card_id");
  }
}
