package io.github.wxcard.cli.user;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.client.Codes.HeldCode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists what somebody holds. */
@Command(
    name = "cards",
    description = "List this account's cards in somebody's wallet: code and card_id.",
    footer = {
      "",
      "The state of each is told by `wxcard code get CODE --any-status`.",
      "",
      "The openids of a sandbox's people are listed by `wxcard sandbox users`.",
      "",
      "Examples:",
      "  wxcard user cards oFS7Fjl0WsZ9AMZqrI80nbIq8xrA",
      "  wxcard user cards oFS7Fjl0WsZ9AMZqrI80nbIq8xrA --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc"
    })
final class UserCardsCommand extends ApiCommand {
  private static final int UNKNOWN_OPENID = 40003;

  @Parameters(paramLabel = "OPENID", description = "Whose cards.")
  String openid;

  @Option(names = "--card-id", paramLabel = "ID", description = "Only codes of this card.")
  String cardId;

  record Wallet(List<HeldCode> cards) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      ArrayNode list = json.putArray("card_list");
      for (HeldCode card : cards) {
        list.addObject().put("code", card.code()).put("card_id", card.cardId());
      }
      return json;
    }

    @Override
    public void text(Page page) {
      page.table(
          new Table(
              List.of("code", "card_id"),
              cards.stream().map(card -> List.of(card.code(), card.cardId())).toList()));
    }
  }

  @Override
  public Wallet call(WeChat weChat) {
    ArgumentChecks.notBlank("OPENID", openid);
    ArgumentChecks.notBlankIfGiven("--card-id", cardId);
    try {
      return new Wallet(weChat.codes().heldBy(openid, cardId));
    } catch (Failure refused) {
      if (context.target().isSandbox() && refused.errcode().equals(Optional.of(UNKNOWN_OPENID))) {
        refused.fix("`wxcard sandbox users` lists the sandbox's people with their openids.");
      }
      throw refused;
    }
  }
}
