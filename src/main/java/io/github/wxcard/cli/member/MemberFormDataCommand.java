package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads what a user has just filled in. */
@Command(
    name = "form-data",
    description = "Show what a user has filled in, on the way to the merchant's own page.",
    footer = {
      "",
      "The activate_ticket is in the address of that page (wx_activate_after_submit_url), together",
      "with the card_id, the encrypted code and the openid. One that begins with a dash follows",
      "the word --, after all options.",
      "",
      "Example:",
      "  wxcard member form-data zU7aTq2mVx0"
    })
final class MemberFormDataCommand extends ApiCommand {
  @Parameters(paramLabel = "ACTIVATE_TICKET", description = "The ticket, URL-decoded.")
  @BodyField("activate_ticket")
  String ticket;

  @Override
  public Document call(WeChat weChat) {
    return Document.facts(
        weChat.post(
            "/card/membercard/activatetempinfo/get", RequestBody.of(this), Idempotency.IDEMPOTENT));
  }
}
