package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something done with a code that somebody holds. */
abstract class HeldCodeCommand extends SandboxApiCommand {
  @Parameters(paramLabel = "CODE", description = "The code of the card.")
  String code;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "The card, where several have a code of this text.")
  String cardId;

  private final String path;

  HeldCodeCommand(String path) {
    this.path = path;
  }

  /** The body of the call, {@code {"code","card_id"?}} and what else is said. */
  ObjectNode body() {
    ArgumentChecks.notBlank("CODE", code);
    ObjectNode body = Json.object().put("code", code);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    return body;
  }

  @Override
  CommandResult call(SandboxApi sandbox) {
    return result(sandbox.post(path, body()));
  }

  /** The code after somebody did something with it. */
  Document result(JsonNode answer) {
    return Document.members(answer, "card_id", "code", "openid", "user_card_status");
  }

  @Command(
      name = "gift",
      description = "Give a card to a friend; with --to the friend accepts it at once.",
      footer = {
        "",
        "Prints card_id, code, openid of the holder and status. A code of WeChat's own is replaced",
        "by a new one when it is accepted, a merchant's code stays. A gift that nobody accepts"
            + " within",
        "24 hours is GIFT_TIMEOUT and can only be taken back: see `wxcard sandbox return`.",
        "",
        "Examples:",
        "  wxcard sandbox gift 759733467744 --from usr1",
        "  wxcard sandbox gift 759733467744 --from usr1 --to usr2"
      })
  static final class SandboxGiftCommand extends HeldCodeCommand {
    @Option(
        names = "--from",
        required = true,
        paramLabel = "USER",
        description = "Who holds the card and gives it away.")
    String giver;

    @Option(
        names = "--to",
        paramLabel = "USER",
        description = "Who accepts it. Default: nobody yet, see `wxcard sandbox accept`.")
    String receiver;

    SandboxGiftCommand() {
      super("/sandbox/gift");
    }

    @Override
    ObjectNode body() {
      ArgumentChecks.notBlank("USER", giver);
      ObjectNode body = super.body().put("from", giver);
      ArgumentChecks.notBlankIfGiven("--to", receiver);
      return receiver == null ? body : body.put("to", receiver);
    }
  }

  @Command(
      name = "accept",
      description = "Accept a card that somebody gives away.",
      footer = {
        "",
        "Prints card_id, code, openid of the new holder and status. The code is a new one, unless"
            + " the",
        "merchant made it.",
        "",
        "Example:",
        "  wxcard sandbox accept 759733467744 --as usr2"
      })
  static final class SandboxAcceptCommand extends HeldCodeCommand {
    @Option(names = "--as", required = true, paramLabel = "USER", description = "Who accepts.")
    String user;

    SandboxAcceptCommand() {
      super("/sandbox/accept");
    }

    @Override
    ObjectNode body() {
      ArgumentChecks.notBlank("USER", user);
      return super.body().put("user", user);
    }
  }

  @Command(
      name = "return",
      description = "Take back a gift that nobody has accepted; the giver has the card again.",
      footer = {"", "Example:", "  wxcard sandbox return 759733467744"})
  static final class SandboxReturnCommand extends HeldCodeCommand {
    SandboxReturnCommand() {
      super("/sandbox/return");
    }
  }

  /** Something that the holder of a code does with it. */
  abstract static class SandboxHolderCommand extends HeldCodeCommand {
    @Option(
        names = "--as",
        required = true,
        paramLabel = "USER",
        description = "Who holds the card.")
    String user;

    SandboxHolderCommand(String path) {
      super(path);
    }

    @Override
    ObjectNode body() {
      ArgumentChecks.notBlank("USER", user);
      return super.body().put("user", user);
    }
  }

  @Command(
      name = "remove",
      description = "Remove a card from its holder's wallet.",
      footer = {
        "",
        "A redeemed card and one that the merchant ended stay. A member card comes back with its old",
        "code when its holder claims it again.",
        "",
        "Example:",
        "  wxcard sandbox remove 759733467744 --as usr1"
      })
  static final class SandboxRemoveCommand extends SandboxHolderCommand {
    SandboxRemoveCommand() {
      super("/sandbox/remove");
    }
  }

  @Command(
      name = "view",
      description =
          "Look at a card; counted by statistics, and told to the merchant who asked for it.",
      footer = {
        "",
        "A member card with need_push_on_view sends the event user_view_card.",
        "",
        "Example:",
        "  wxcard sandbox view 759733467744 --as usr1"
      })
  static final class SandboxViewCommand extends SandboxHolderCommand {
    SandboxViewCommand() {
      super("/sandbox/view");
    }
  }

  @Command(
      name = "open",
      description = "Follow a link on a card: prints it with the parameters that a phone adds.",
      footer = {
        "",
        "The parameters are encrypt_code, card_id, openid, and outer_str for member cards; give",
        "encrypt_code to `wxcard code decrypt`.",
        "",
        "Example:",
        "  wxcard sandbox open 759733467744 --as usr1 --entry promotion"
      })
  static final class SandboxOpenCommand extends SandboxHolderCommand {
    @Option(
        names = "--entry",
        paramLabel = "custom|promotion|center",
        description = "Which link of the card. Default: custom.")
    Entry entry = Entry.CUSTOM;

    /** A place on a card that leads somewhere else. */
    enum Entry {
      CUSTOM,
      PROMOTION,
      CENTER
    }

    SandboxOpenCommand() {
      super("/sandbox/open");
    }

    @Override
    ObjectNode body() {
      return super.body().put("entry", entry.name().toLowerCase(Locale.ROOT));
    }

    @Override
    Document result(JsonNode answer) {
      Document opened = Document.members(answer, "url", "card_id", "code", "openid");
      return Document.of(opened.json(), answer.path("url").asText());
    }
  }
}
