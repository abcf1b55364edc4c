package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.ImmutableFields;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.UpdateBody;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.DiagnosticPrinter;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes a card's definition. */
@Command(
    name = "update",
    description = "Change a card; prints card_id and whether it is in review again.",
    footer = {
      "",
      "FILE is the body of /card/update, a definition as `wxcard create` takes it, or the card's",
      "own object alone ({\"base_info\":{…}}): then its type is asked for first. Only what is"
          + " given",
      "changes. What `wxcard card get --json` shows can be sent back: the colour's value becomes"
          + " its",
      "name, and what no update changes, such as brand_name, is left out with a warning. Without a",
      "FILE, --set says it all. A VALUE is JSON; what is not JSON is text. A field that wxcard"
          + " does",
      "not know is sent as it is, with a warning that names the nearest one.",
      "",
      "A new title or description, or a coupon's new notice, sends the card back to review",
      "(send_check). Codes that are held show the change at once.",
      "",
      "Examples:",
      "  wxcard card update pFS7Fjg8kV1IdDz01r4SQwMkuCKc --set /base_info/color=Color020",
      "  wxcard card get pFS7Fjg8kV1IdDz01r4SQwMkuCKc --json > card.json",
      "  wxcard card update pFS7Fjg8kV1IdDz01r4SQwMkuCKc card.json --json"
    })
final class CardUpdateCommand extends ApiCommand {
  /** Stands for the key of the card's type where a dry run cannot ask for the type. */
  private static final String TYPE_NOT_ASKED = "the_cards_type";

  @Parameters(index = "0", paramLabel = "CARD_ID", description = "The card.")
  String cardId;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE|-",
      description = "What is to change; - reads standard input.")
  String file;

  @Option(
      names = "--set",
      paramLabel = "POINTER=VALUE",
      description = "Change a value of the card; repeat for more.")
  List<String> sets = List.of();

  @Override
  public Document call(WeChat weChat) {
    ArgumentChecks.notBlank("CARD_ID", cardId);
    JsonNode document = document();
    UpdateBody update = new UpdateBody(cardId, sets);
    ObjectNode body = update.of(document, () -> typeOf(weChat));
    warn(update.leftOut(), "sent without it");
    warn(ImmutableFields.in(body), "leave it out");
    UpdateBody.unknown(body, context.environment().clock().instant())
        .forEach(context.console()::warn);
    // Never sent twice: a second answer would speak of a change that was made already.
    JsonNode answer =
        weChat.postOnce(
            "/card/update",
            body,
            "The card may have been changed. Look before you repeat: `wxcard card get "
                + body.path("card_id").asText()
                + "`.");
    boolean sendCheck = answer.path("send_check").asBoolean();
    if (sendCheck) {
      context.note("The change sent the card back to review.");
    }
    return Document.of(
        Json.object().put("card_id", cardId).put("send_check", sendCheck),
        cardId + (sendCheck ? " review" : " no-review"));
  }

  private void warn(List<String> fixed, String advice) {
    if (!fixed.isEmpty()) {
      context
          .console()
          .warn(
              "an update does not change %s: %s (the stock changes with `wxcard card stock`)"
                  .formatted(String.join(", ", fixed), advice));
    }
  }

  private JsonNode document() {
    if (file == null && sets.isEmpty()) {
      throw Failure.of(
          FailureKind.USAGE, "nothing is said of what to change", "Name a FILE, or use --set.");
    }
    if (file == null) {
      return Json.object();
    }
    ArgumentChecks.notBlank("FILE", file);
    JsonDocument definition = CommandInput.document(context, file);
    definition
        .warnings()
        .forEach(warning -> DiagnosticPrinter.say(context.console(), warning, definition.name()));
    return definition.tree();
  }

  private String typeOf(WeChat weChat) {
    return weChat.card(cardId).path("card_type").asText(TYPE_NOT_ASKED);
  }
}
