package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.KeyValueOptions;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.KeyValue;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the user who fills in a member card's form. */
@Command(
    name = "activate",
    description = {
      "Activate a member card as its holder: fill in its form and send it off.",
      "",
      "Prints the membership number; or, where the merchant's own page finishes the activation,",
      "the address of that page with its activate_ticket."
    },
    footer = {
      "",
      "A FIELD is what the form calls it. Of USER_FORM_INFO_FLAG_MOBILE and its like the last",
      "part will do. Give a field several times to tick several boxes.",
      "",
      "Example:",
      "  wxcard sandbox activate 759733467744 --as usr1 --set MOBILE=13800000000"
    })
final class SandboxActivateCommand extends SandboxApiCommand {
  @Parameters(paramLabel = "CODE", description = "The card's code.")
  String code;

  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who holds it.")
  String user;

  @Option(
      names = "--card-id",
      paramLabel = "ID",
      description = "The code's card; needed for codes of the merchant's own.")
  String cardId;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "An answer in the form; repeat for more.")
  List<String> sets = List.of();

  @Override
  CommandResult call(SandboxApi sandbox) {
    ArgumentChecks.notBlank("CODE", code);
    ObjectNode body = Json.object().put("code", code).put("user", user);
    if (cardId != null) {
      body.put("card_id", cardId);
    }
    body.set("form", form());
    JsonNode answer = sandbox.post("/sandbox/activate", body);
    String shown = answer.path(answer.has("url") ? "url" : "membership_number").asText();
    return new Document(Document.bare(answer), List.of(shown));
  }

  private ObjectNode form() {
    ObjectNode form = Json.object();
    for (KeyValue set : KeyValueOptions.all("--set", sets, "MOBILE=13800000000")) {
      String field = set.key();
      String value = set.value();
      JsonNode before = form.path(field);
      if (before instanceof ArrayNode several) {
        several.add(value);
      } else if (before.isMissingNode()) {
        form.put(field, value);
      } else {
        form.set(field, Json.array().add(before).add(value));
      }
    }
    return form;
  }
}
