package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.Mistake;
import io.github.wxcard.sign.PageConfig;
import io.github.wxcard.sign.Signature;
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
      "  wxcard sign page https://shop.example/ --params config.js"
    })
final class SignPageCommand extends TicketSigningCommand<PageConfig> {
  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The page as the browser shows it; # and what follows it is not signed.")
  String url;

  SignPageCommand() {
    super(TicketKind.PAGE);
  }

  @Override
  PastedShape shape() {
    return PastedShape.PAGE;
  }

  @Override
  String pastedDigest(PastedParameters parameters) {
    return parameters.get("signature");
  }

  @Override
  PageConfig signable(String timestamp, String nonce) {
    url = given(url, "url");
    if (url.isEmpty()) {
      throw missing("URL");
    }
    return new PageConfig(ticket(), nonce, timestamp, url);
  }

  @Override
  List<Mistake> slips(PageConfig page) {
    return List.of(Mistake.alsoSigned("appid", appIdOrAccounts()));
  }

  @Override
  Signed result(PageConfig page) {
    if (appIdOrAccounts().isEmpty()) {
      app.console().warn("wx.config wants the AppID as well, and none is known; add --app-id");
    }
    Signature signature = page.signature();
    ObjectNode parameters =
        Json.object()
            .put("appId", appIdOrAccounts())
            .put("timestamp", page.timestamp())
            .put("nonceStr", page.nonce())
            .put("signature", signature.digest());
    ObjectNode document = parameters.deepCopy().put("url", page.signedUrl());
    return new Signed(Json.write(parameters), document, signature, explain);
  }
}
