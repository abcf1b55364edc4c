package io.github.wxcard.cli.user;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.Codes.HeldCode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The people who hold cards. */
@Command(name = "user", description = "The people who hold cards.")
public final class UserCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(UserCardsCommand.class);
  }

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
  static final class UserCardsCommand extends ApiCommand {
    private static final int UNKNOWN_OPENID = 40003;

    @Parameters(paramLabel = "OPENID", description = "Whose cards.")
    String openid;

    @Option(names = "--card-id", paramLabel = "ID", description = "Only codes of this card.")
    String cardId;

    @Override
    public Rows call(WeChat weChat) {
      ArgumentChecks.notBlank("OPENID", openid);
      ArgumentChecks.notBlankIfGiven("--card-id", cardId);
      try {
        ArrayNode list = Json.array();
        for (HeldCode card : weChat.codes().heldBy(openid, cardId)) {
          list.addObject().put("code", card.code()).put("card_id", card.cardId());
        }
        return new Rows(Json.object().set("card_list", list), List.of("code", "card_id"), list);
      } catch (Failure refused) {
        if (context.target().isSandbox() && refused.errcode().equals(Optional.of(UNKNOWN_OPENID))) {
          refused.fix("`wxcard sandbox users` lists the sandbox's people with their openids.");
        }
        throw refused;
      }
    }
  }
}
