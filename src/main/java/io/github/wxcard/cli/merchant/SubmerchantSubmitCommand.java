package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Document;
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
      "`wxcard submerchant categories`. protocol, agreement_media_id and operator_media_id are ids"
          + " of",
      "uploads that are not older than three days; --protocol makes the first.",
      "",
      "Example:",
      "  wxcard qrcode --from-url http://weixin.qq.com/q/a --png paper.png",
      "  echo '{\"info\": {\"brand_name\": \"山海\",",
      "    \"logo_url\": \"http://mmbiz.qpic.cn/l/0\",",
      "    \"primary_category_id\": 1, \"secondary_category_id\": 101,",
      "    \"end_time\": 4102415999}}' > shop.json",
      "  wxcard submerchant submit shop.json --protocol paper.png"
    })
final class SubmerchantSubmitCommand extends ApiCommand {
  @Parameters(paramLabel = "FILE|-", description = "The facts; - reads standard input.")
  String file;

  @Mixin final MerchantFile merchant = new MerchantFile();

  @Override
  public Document call(WeChat weChat) {
    ObjectNode body = merchant.read(context, file);
    merchant.upload(context, weChat, body);
    return MerchantFile.reviewed(
        weChat.postOnce(
            "/card/submerchant/submit",
            body,
            "The merchant may have been handed in. Look with `wxcard submerchant list` before doing"
                + " it again."));
  }
}
