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

/** Shows who holds a member card and what is on it. */
@Command(
    name = "info",
    description = "Show a member: points, stored value, number, and what the form was told.",
    footer = {
      "",
      "Example:",
      "  wxcard member info 759733467744 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class MemberInfoCommand extends ApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code of the member's card.")
  @BodyField("code")
  String code;

  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The member card.")
  @BodyField("card_id")
  String cardId;

  @Override
  public Document call(WeChat weChat) {
    return Document.facts(
        weChat.post("/card/membercard/userinfo/get", RequestBody.of(this), Idempotency.IDEMPOTENT));
  }
}
