package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the page that hands out a card, and the user who takes it. */
@Command(
    name = "addcard",
    description = "Receive a card as a user does on a page that calls wx.addCard.",
    footer = {
      "",
      "FILE holds the cardExt, or what `wxcard sign card --json` prints. Its signature must be"
          + " made",
      "with the present wx_card ticket, its timestamp with its nonce_str serves one claim, and"
          + " code",
      "and openid must fit the card. What a phone would show of a refusal is part of the reason.",
      "",
      "Examples:",
      "  wxcard sign card pFS7Fjg8kV1IdDz01r4SQwMkuCKc > ext.json",
      "  wxcard sandbox addcard --as usr1 --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --ext ext.json",
      "  wxcard sign card pFS7Fjg8kV1IdDz01r4SQwMkuCKc --json | wxcard sandbox addcard --as usr1"
          + " \\",
      "      --card-id pFS7Fjg8kV1IdDz01r4SQwMkuCKc --ext -"
    })
final class SandboxAddcardCommand extends SandboxApiCommand {
  private static final int MOST_BYTES = 1 << 16;

  @Option(
      names = "--as",
      required = true,
      paramLabel = "USER",
      description = "Who taps on the page.")
  String user;

  @Option(
      names = "--card-id",
      required = true,
      paramLabel = "ID",
      description = "The card, cardId beside cardExt.")
  String cardId;

  @Option(
      names = "--ext",
      required = true,
      paramLabel = "FILE|-",
      description = "The cardExt that the page passes on.")
  String ext;

  @Override
  CommandResult call(SandboxApi sandbox) {
    ArgumentChecks.notBlank("USER", user);
    ArgumentChecks.notBlank("--card-id", cardId);
    ArgumentChecks.notBlank("--ext", ext);
    ObjectNode body = Json.object().put("card_id", cardId).put("user", user);
    body.set("ext", passedOn(CommandInput.text(context, ext, MOST_BYTES).strip()));
    return claimed(sandbox.post("/sandbox/addcard", body));
  }

  /** The text itself, or the value of cardExt in it: an object there is one for the phone, too. */
  private static JsonNode passedOn(String text) {
    return read(text)
        .map(json -> json.isTextual() ? json : json.path("cardExt"))
        .filter(json -> !json.isMissingNode())
        .orElseGet(() -> Json.object().textNode(text));
  }

  private static Optional<JsonNode> read(String text) {
    try {
      return Optional.of(Json.read(text));
    } catch (IOException notJson) {
      return Optional.empty();
    }
  }
}
