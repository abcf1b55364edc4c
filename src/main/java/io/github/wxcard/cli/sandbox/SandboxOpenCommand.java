package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
final class SandboxOpenCommand extends SandboxVerb {
  @Mixin final NamedCode code = new NamedCode();

  @Option(names = "--as", required = true, paramLabel = "USER", description = "Who holds the card.")
  String user;

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

  record Opened(String url, String cardId, String code, String openid) implements Result {
    @Override
    public JsonNode json() {
      return Json.object()
          .put("url", url)
          .put("card_id", cardId)
          .put("code", code)
          .put("openid", openid);
    }

    @Override
    public void text(Page page) {
      page.line(url);
    }
  }

  @Override
  Opened call(SandboxApi sandbox) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    JsonNode answer = sandbox.post("/sandbox/open", code.json("user", user).put("entry", name));
    return new Opened(
        answer.path("url").asText(),
        answer.path("card_id").asText(),
        answer.path("code").asText(),
        answer.path("openid").asText());
  }
}
