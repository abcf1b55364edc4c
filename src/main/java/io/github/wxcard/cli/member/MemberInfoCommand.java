package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Sent;
import io.github.wxcard.cli.base.SentFields;
import io.github.wxcard.client.Repeat;
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
final class MemberInfoCommand extends ApiCommand<Answered> {
  @Parameters(paramLabel = "CODE", description = "The code of the member's card.")
  @Sent("code")
  String code;

  @Option(names = "--card-id", required = true, paramLabel = "ID", description = "The member card.")
  @Sent("card_id")
  String cardId;

  @Override
  public Answered call(WeChat weChat) {
    return Answered.facts(
        weChat.post("/card/membercard/userinfo/get", SentFields.of(this), Repeat.FREELY));
  }
}
