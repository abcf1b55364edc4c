package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.JsSdkSignature;
import io.github.wxcard.sign.Signature;
import io.github.wxcard.sign.SignatureMistake;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Signs a page so that it may use the JS-SDK. */
@Command(
    name = "page",
    description = "Sign a page and print the parameters of wx.config, but for its jsApiList.",
    footer = {
      "",
      "It is made with the jsapi ticket; cards are signed with the wx_card ticket.",
      "",
      "Examples:",
      "  wxcard sign page 'https://shop.example/cards?from=menu'",
      "  wxcard sign page https://shop.example/ --json > config.json",
      "  wxcard sign page https://shop.example/ --params config.json"
    })
final class SignPageCommand extends TicketSigningCommand<JsSdkSignature> {
  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The page as the browser shows it; # and what follows it is not signed.")
  String url;

  SignPageCommand() {
    super(TicketKind.PAGE, PastedFormat.PAGE);
  }

  @Override
  JsSdkSignature signable(PastedParameters pasted, String timestamp, String nonce) {
    String page = given(url, pasted, "url");
    if (page.isEmpty()) {
      throw missing("URL");
    }
    return new JsSdkSignature(ticket(), nonce, timestamp, page);
  }

  @Override
  List<SignatureMistake> mistakes(JsSdkSignature page, PastedParameters pasted) {
    return List.of(SignatureMistake.alsoSigned("appid", appIdOrAccounts(pasted)));
  }

  @Override
  List<PageFailureCause> causes(PastedParameters pasted) {
    String given = pasted.get("appId");
    String owner = ticketOnStdin ? given : context.target().appId();
    return given.isEmpty() || given.equals(owner)
        ? List.of()
        : List.of(
            new PageFailureCause(
                "appId is " + given + ", and the ticket is the one of " + owner,
                "Pass on the AppID whose ticket was signed."));
  }

  @Override
  SignatureResult result(JsSdkSignature page, PastedParameters pasted) {
    if (appIdOrAccounts(pasted).isEmpty()) {
      context.console().warn("wx.config wants the AppID as well, and none is known; add --app-id");
    }
    Signature signature = page.signature();
    ObjectNode parameters =
        Json.object()
            .put("appId", appIdOrAccounts(pasted))
            .put("timestamp", page.timestamp())
            .put("nonceStr", page.nonce())
            .put("signature", signature.digest());
    ObjectNode document = parameters.deepCopy().put("url", page.signedUrl());
    return new SignatureResult(Json.write(parameters), document, signature, explain);
  }
}
