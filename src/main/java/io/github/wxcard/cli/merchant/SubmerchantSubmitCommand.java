package io.github.wxcard.cli.merchant;

import io.github.wxcard.cli.base.Answered;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Hands a merchant in for review. */
@Command(
    name = "submit",
    description = "Hand a merchant in for review; prints the merchant_id and the status.",
    footer = {
      "",
      "FILE is the body of /card/submerchant/submit, or its info alone. Categories are listed by",
      "`wxcard submerchant categories`.",
      "",
      "Example:",
      "  echo '{\"info\": {\"brand_name\": \"山海\", \"protocol\": \"m1\",",
      "    \"logo_url\": \"http://mmbiz.qpic.cn/l/0\",",
      "    \"primary_category_id\": 1, \"secondary_category_id\": 101,",
      "    \"end_time\": 4102415999}}' > shop.json",
      "  wxcard submerchant submit shop.json"
    })
final class SubmerchantSubmitCommand extends ApiCommand<Answered> {
  @Parameters(paramLabel = "FILE|-", description = "The facts; - reads standard input.")
  String file;

  @Mixin final MerchantFile merchant = new MerchantFile();

  @Override
  public Answered call(WeChat weChat) {
    return MerchantFile.reviewed(
        weChat.postOnce(
            "/card/submerchant/submit",
            merchant.read(app, file),
            "The merchant may have been handed in. Look with `wxcard submerchant list` before doing"
                + " it again."));
  }
}
