package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Hands other facts about a merchant in. */
@Command(
    name = "update",
    description = "Hand other facts about a merchant in; prints the merchant_id and the status.",
    footer = {
      "",
      "FILE is as for submit; ID takes the place of its merchant_id.",
      "",
      "Example:",
      "  wxcard qrcode --from-url http://weixin.qq.com/q/a --png paper.png",
      "  echo '{\"info\": {\"brand_name\": \"山海\",",
      "    \"logo_url\": \"http://mmbiz.qpic.cn/l/0\",",
      "    \"primary_category_id\": 1, \"secondary_category_id\": 101,",
      "    \"end_time\": 4102415999}}' > shop.json",
      "  wxcard submerchant update 12000001 shop.json --protocol paper.png"
    })
final class SubmerchantUpdateCommand extends ApiCommand {
  @Parameters(index = "0", paramLabel = "ID", description = "The merchant_id.")
  long id;

  @Parameters(index = "1", paramLabel = "FILE|-", description = "The facts; - reads stdin.")
  String file;

  @Mixin final MerchantFile merchant = new MerchantFile();

  @Override
  public Document call(WeChat weChat) {
    ObjectNode body = merchant.read(context, file);
    body.withObjectProperty("info").put("merchant_id", id);
    merchant.upload(context, weChat, body);
    return MerchantFile.reviewed(
        weChat.post("/card/submerchant/update", body, Idempotency.IDEMPOTENT));
  }
}
