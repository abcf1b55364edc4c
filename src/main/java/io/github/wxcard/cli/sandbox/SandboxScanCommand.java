package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.CommandResult;
import io.github.wxcard.text.PastedAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Plays the user who scans a QR code and receives the card. */
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
final class SandboxScanCommand extends SandboxApiCommand {
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
