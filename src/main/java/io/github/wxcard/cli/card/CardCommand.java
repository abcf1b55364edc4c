package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Confirmation;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Cards that exist. */
@Command(
    name = "card",
    description = {
      "Cards that exist: look at them, change them, delete them.",
      "",
      "`wxcard create` makes a card, `wxcard qrcode` hands it out."
    })
public final class CardCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        CardGetCommand.class,
        CardListCommand.class,
        CardUpdateCommand.class,
        CardStockCommand.class,
        CardDeleteCommand.class,
        CardCellCommand.CardPaycellCommand.class,
        CardCellCommand.CardSelfconsumeCommand.class,
        CardColorsCommand.class);
  }

  @Command(
      name = "get",
      description = "Show a card: a summary, or with --json the whole of WeChat's card object.",
      footer = {
        "",
        "stock is what is left of all that there ever was. Times are Beijing's.",
        "",
        "Examples:",
        "  wxcard card get pFS7Fjg8kV1IdDz01r4SQwMkuCKc",
        "  wxcard card get pFS7Fjg8kV1IdDz01r4SQwMkuCKc --jq '.groupon.base_info.status'"
      })
  static final class CardGetCommand extends ApiCommand {
    @Parameters(paramLabel = "CARD_ID", description = "The card.")
    String cardId;

    record Shown(JsonNode card) implements Result {
      @Override
      public JsonNode json() {
        return card;
      }

      @Override
      public void text(Page page) {
        page.table(Table.of(new CardFacts(card).summary()));
      }
    }

    @Override
    public Shown call(WeChat weChat) {
      ArgumentChecks.notBlank("CARD_ID", cardId);
      return new Shown(weChat.card(cardId));
    }
  }

  @Command(
      name = "stock",
      description = "Add to the stock of a card, or take from it.",
      footer = {
        "",
        "The call is sent once: when its answer is lost, look at the stock with `wxcard card get`",
        "before repeating it. A card with imported codes needs them imported first.",
        "",
        "Examples:",
        "  wxcard card stock pFS7Fjg8kV1IdDz01r4SQwMkuCKc --add 500",
        "  wxcard card stock pFS7Fjg8kV1IdDz01r4SQwMkuCKc --reduce 20"
      })
  static final class CardStockCommand extends ApiCommand {
    @Parameters(paramLabel = "CARD_ID", description = "The card.")
    String cardId;

    @Option(names = "--add", paramLabel = "N", description = "So many more can be claimed.")
    Long add;

    @Option(names = "--reduce", paramLabel = "N", description = "So many fewer can be claimed.")
    Long reduce;

    @Override
    public Document call(WeChat weChat) {
      ArgumentChecks.notBlank("CARD_ID", cardId);
      if ((add == null) == (reduce == null)) {
        throw Failure.of(
            FailureKind.USAGE,
            "say what to do with the stock",
            "Use either --add N or --reduce N.");
      }
      String option = add != null ? "--add" : "--reduce";
      long amount = add != null ? add : reduce;
      if (amount < 1) {
        throw Failure.of(FailureKind.USAGE, option + " is " + amount, "Use 1 or more.");
      }
      String name = add != null ? "increase_stock_value" : "reduce_stock_value";
      ObjectNode body = Json.object().put("card_id", cardId).put(name, amount);
      weChat.postOnce(
          "/card/modifystock",
          body,
          "The stock may have been changed. Look before you repeat: `wxcard card get "
              + cardId
              + "`.");
      return Document.of(body, cardId + (add != null ? " +" : " -") + amount);
    }
  }

  @Command(
      name = "delete",
      description = "Delete a card: nobody can claim it any more. It cannot be undone.",
      footer = {
        "",
        "QR codes and links of the card stop working. Codes that people hold already stay valid and",
        "can be redeemed. A terminal is asked first; without one, --yes is needed.",
        "",
        "Example:",
        "  wxcard card delete pFS7Fjg8kV1IdDz01r4SQwMkuCKc --yes"
      })
  static final class CardDeleteCommand extends ApiCommand {
    @Parameters(paramLabel = "CARD_ID", description = "The card.")
    String cardId;

    @Option(
        names = {"-y", "--yes"},
        description = "Do not ask.")
    boolean yes;

    @Override
    public Document call(WeChat weChat) {
      ArgumentChecks.notBlank("CARD_ID", cardId);
      String where =
          weChat.target().isSandbox() ? "" : " of the account " + weChat.target().appId();
      Confirmation.demand(context, yes, "delete card " + cardId + where);
      weChat.deleteCard(cardId);
      if (!context.options().dryRun) {
        context.note("Deleted. Codes that people hold already stay valid and can be redeemed.");
      }
      return Document.line(Json.object().put("card_id", cardId), "card_id");
    }
  }

  @Command(
      name = "colors",
      description = "List the colours that a card may have: the name to send, and its value.",
      footer = {
        "",
        "base_info.color takes the name; `wxcard card get` shows the value.",
        "",
        "Example:",
        "  wxcard card colors"
      })
  static final class CardColorsCommand extends ApiCommand {
    @Override
    public Rows call(WeChat weChat) {
      JsonNode colors = weChat.get("/card/getcolors", Map.of()).path("colors");
      return new Rows(Json.object().set("colors", colors), List.of("name", "value"), colors);
    }
  }
}
