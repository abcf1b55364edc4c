package io.github.wxcard.cli.merchant;

import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one merchant. */
@Command(
    name = "get",
    description = "Show a merchant: the status, the period, the categories.",
    footer = {"", "Example:", "  wxcard submerchant get 12000001"})
final class SubmerchantGetCommand extends ApiCommand {
  @Parameters(paramLabel = "ID", description = "The merchant_id.")
  @BodyField("merchant_id")
  long id;

  @Override
  public Document call(WeChat weChat) {
    return Document.facts(
        weChat.post("/card/submerchant/get", RequestBody.of(this), Idempotency.IDEMPOTENT));
  }
}
