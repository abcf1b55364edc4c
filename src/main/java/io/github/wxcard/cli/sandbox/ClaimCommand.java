package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.PastedAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Something by which a user receives a card. */
abstract class ClaimCommand extends SandboxApiCommand {
  /** What a user has just received of a card: one code, or several that were claimed at once. */
  static Document claimed(JsonNode answer) {
    String cardId = answer.path("card_id").asText();
    String openid = answer.path("openid").asText();
    List<String> codes = new ArrayList<>();
    answer.path("codes").forEach(code -> codes.add(code.asText()));
    if (codes.isEmpty()) {
      codes.add(answer.path("code").asText());
    }
    ObjectNode json = Json.object();
    json.put("card_id", cardId).put("code", codes.get(0)).put("openid", openid);
    if (codes.size() > 1) {
      codes.forEach(json.putArray("codes")::add);
    }
    return new Document(
        json, codes.stream().map(code -> cardId + " " + code + " " + openid).toList());
  }

  @Command(
      name = "scan",
      description = "Scan a QR code as a user, and receive its card.",
      footer = {
        "",
        "A user is any name, or an openid. Before the card is approved only testers get it:",
        "see `wxcard whitelist` and `wxcard sandbox approve`.",
        "",
        "Example:",
        "  wxcard sandbox scan http://127.0.0.1:8900/q/aBcDeFgHiJkLmNoPqRsTuVwX --as usr1"
      })
  static final class SandboxScanCommand extends ClaimCommand {
    @Parameters(
        paramLabel = "TICKET|URL",
        description = "The QR code: its ticket, its url or its show_qrcode_url.")
    String code;

    @Option(names = "--as", required = true, paramLabel = "USER", description = "Who scans.")
    String user;

    @Option(
        names = "--card-id",
        paramLabel = "ID",
        description = "Which card of a QR code that offers several; default: the first left.")
    String cardId;

    @Option(
        names = "--copies",
        paramLabel = "N",
        description = "Claim so many at once; their events have one CreateTime. Default: 1.")
    int copies = 1;

    @Override
    CommandResult call(SandboxApi sandbox) {
      ObjectNode body = Json.object();
      String shown = PastedAddress.of(code).url();
      body.put(shown.contains("://") ? "url" : "ticket", shown).put("username", user);
      if (cardId != null) {
        body.put("card_id", cardId);
      }
      if (copies != 1) {
        body.put("copies", copies);
      }
      return claimed(sandbox.post("/sandbox/scan", body));
    }
  }

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
  static final class SandboxAddcardCommand extends ClaimCommand {
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

    /**
     * The text itself, or the value of cardExt in it: an object there is one for the phone, too.
     */
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
}
