package io.github.wxcard.cli.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Merchants on whose behalf the account issues cards. */
@Command(
    name = "submerchant",
    description = "Merchants on whose behalf a third party issues cards.")
public final class SubmerchantCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SubmerchantSubmitCommand.class,
        SubmerchantUpdateCommand.class,
        SubmerchantGetCommand.class,
        SubmerchantListCommand.class,
        SubmerchantCategoriesCommand.class);
  }

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
  static final class SubmerchantSubmitCommand extends ApiCommand {
    @Parameters(paramLabel = "FILE|-", description = "The facts; - reads standard input.")
    String file;

    @Mixin final SubmerchantFile merchant = new SubmerchantFile();

    @Override
    public Document call(WeChat weChat) {
      ObjectNode body = merchant.read(context, file);
      merchant.upload(context, weChat, body);
      return SubmerchantFile.reviewed(
          weChat.postOnce(
              "/card/submerchant/submit",
              body,
              "The merchant may have been handed in. Look with `wxcard submerchant list` before doing"
                  + " it again."));
    }
  }

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
  static final class SubmerchantUpdateCommand extends ApiCommand {
    @Parameters(index = "0", paramLabel = "ID", description = "The merchant_id.")
    long id;

    @Parameters(index = "1", paramLabel = "FILE|-", description = "The facts; - reads stdin.")
    String file;

    @Mixin final SubmerchantFile merchant = new SubmerchantFile();

    @Override
    public Document call(WeChat weChat) {
      ObjectNode body = merchant.read(context, file);
      body.withObjectProperty("info").put("merchant_id", id);
      merchant.upload(context, weChat, body);
      return SubmerchantFile.reviewed(
          weChat.post("/card/submerchant/update", body, Idempotency.IDEMPOTENT));
    }
  }

  @Command(
      name = "get",
      description = "Show a merchant: the status, the period, the categories.",
      footer = {"", "Example:", "  wxcard submerchant get 12000001"})
  static final class SubmerchantGetCommand extends ApiCommand {
    @Parameters(paramLabel = "ID", description = "The merchant_id.")
    @BodyField("merchant_id")
    long id;

    @Override
    public Document call(WeChat weChat) {
      return Document.facts(
          weChat.post("/card/submerchant/get", RequestBody.of(this), Idempotency.IDEMPOTENT));
    }
  }

  @Command(
      name = "categories",
      description = "List the categories that a merchant can be in.",
      footer = {"", "Example:", "  wxcard submerchant categories"})
  static final class SubmerchantCategoriesCommand extends ApiCommand {
    private static final List<String> COLUMNS =
        List.of("primary_category_id", "primary", "secondary_category_id", "secondary");

    @Override
    public Rows call(WeChat weChat) {
      JsonNode answer = weChat.get("/card/getapplyprotocol", Map.of());
      List<JsonNode> rows = new ArrayList<>();
      for (JsonNode category : answer.path("category")) {
        for (JsonNode below : category.path("secondary_category")) {
          rows.add(row(category, below));
        }
      }
      return new Rows(Document.facts(answer).json(), COLUMNS, rows);
    }

    private static JsonNode row(JsonNode category, JsonNode below) {
      ObjectNode row = Json.object();
      row.set(COLUMNS.get(0), category.path(COLUMNS.get(0)));
      row.set(COLUMNS.get(1), category.path("category_name"));
      row.set(COLUMNS.get(2), below.path(COLUMNS.get(2)));
      row.set(COLUMNS.get(3), below.path("category_name"));
      return row;
    }
  }
}
