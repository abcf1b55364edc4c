package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the address of a member card's activation form. */
@Command(
    name = "url",
    description = "Print the link that opens a member card's activation form.",
    footer = {
      "",
      "In a mini program the component wxeb490c6f9b154ef9 opens the form: hand it encrypt_card_id,",
      "outer_str and biz of the link, decoded once. It gives activate_ticket, card_id and code.",
      "",
      "Example:",
      "  wxcard member url pFS7Fjg8kV1IdDz01r4SQwMkuCKc --outer-str shop-3"
    })
final class MemberUrlCommand extends ApiCommand {
  @Parameters(paramLabel = "CARD_ID", description = "The member card.")
  @BodyField("card_id")
  String cardId;

  @Option(
      names = "--outer-str",
      paramLabel = "TEXT",
      description = "The channel, which the link carries.")
  @BodyField("outer_str")
  String outerStr;

  @Override
  public Document call(WeChat weChat) {
    return Document.line(
        weChat.post(
            "/card/membercard/activate/geturl", RequestBody.of(this), Idempotency.IDEMPOTENT),
        "url");
  }
}
