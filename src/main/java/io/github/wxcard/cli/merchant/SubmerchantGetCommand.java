package io.github.wxcard.cli.merchant;

import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Sent;
import io.github.wxcard.cli.base.SentFields;
import io.github.wxcard.client.Repeat;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one merchant. */
@Command(
    name = "get",
    description = "Show a merchant: the status, the period, the categories.",
    footer = {"", "Example:", "  wxcard submerchant get 12000001"})
final class SubmerchantGetCommand extends ApiCommand<Answered> {
  @Parameters(paramLabel = "ID", description = "The merchant_id.")
  @Sent("merchant_id")
  long id;

  @Override
  public Answered call(WeChat weChat) {
    return Answered.facts(weChat.post("/card/submerchant/get", SentFields.of(this), Repeat.FREELY));
  }
}
