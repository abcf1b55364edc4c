package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Plays the holder who follows a link on a card. */
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
final class SandboxOpenCommand extends SandboxHolderCommand {
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
  CommandResult call(SandboxApi sandbox) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    JsonNode answer = sandbox.post("/sandbox/open", holderBody().put("entry", name));
    ObjectNode opened = Json.object();
    for (String key : List.of("url", "card_id", "code", "openid")) {
      opened.put(key, answer.path(key).asText());
    }
    return new Document(opened, List.of(answer.path("url").asText()));
  }
}
