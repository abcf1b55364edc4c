package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardSignSignature;
import io.github.wxcard.sign.JsSdkSignature;
import io.github.wxcard.sign.Signature;
import io.github.wxcard.sign.SignatureMistake;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The four signatures. */
@Command(
    name = "sign",
    description =
        "Sign what pages and callbacks need, exactly as given, and say what is wrong with a"
            + " signature.",
    footer = {
      "",
      "card and choose are signed with the wx_card ticket, page with the jsapi ticket, callback"
          + " with",
      "the Token of the console. --explain shows how a digest comes about; --verify compares it"
          + " with",
      "one of yours and names the slip that makes the difference, --params all that a page passes"
          + " on."
    })
public final class SignCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SignCardCommand.class,
        SignChooseCommand.class,
        SignPageCommand.class,
        SignCallbackCommand.class);
  }

  @Command(
      name = "choose",
      description = "Sign and print the parameters of wx.chooseCard.",
      footer = {
        "",
        "A page shows an empty list when this signature is wrong; --verify tells why.",
        "",
        "Examples:",
        "  wxcard sign choose --card-type GROUPON",
        "  wxcard sign choose --json > choose.json",
        "  wxcard sign choose --params choose.json",
        "  echo ojZ8YtyVyr30HheH3CM73y7h4jJE > ticket.txt",
        "  wxcard sign choose --app-id wx0123456789abcdef --ticket-stdin < ticket.txt"
      })
  static final class SignChooseCommand extends TicketSigningCommand<CardSignSignature> {
    @Option(
        names = "--card-id",
        paramLabel = "ID",
        description = "Only this card; every card when omitted.")
    String cardId = "";

    @Option(
        names = "--card-type",
        paramLabel = "TYPE",
        description = "Only this type, such as GROUPON; every type when omitted.")
    String cardType = "";

    @Option(
        names = "--location-id",
        paramLabel = "SHOP",
        description = "Only cards of this shop (shopId); every shop when omitted. 0 is a value.")
    String locationId = "";

    SignChooseCommand() {
      super(TicketKind.CARD, PastedFormat.CHOOSE);
    }

    @Override
    CardSignSignature signable(PastedParameters pasted, String timestamp, String nonce) {
      if (ticketOnStdin && appIdOrAccounts(pasted).isEmpty()) {
        throw Failure.of(
            FailureKind.USAGE,
            "the AppID is part of this signature, and a ticket does not tell it",
            "Add --app-id.");
      }
      return new CardSignSignature(
          ticket(),
          appIdOrAccounts(pasted),
          given(locationId, pasted, "shopId"),
          timestamp,
          nonce,
          given(cardId, pasted, "cardId"),
          given(cardType, pasted, "cardType"));
    }

    @Override
    List<SignatureMistake> mistakes(CardSignSignature choice, PastedParameters pasted) {
      return List.of(SignatureMistake.alsoSigned("signType", "SHA1"));
    }

    @Override
    List<PageFailureCause> causes(PastedParameters pasted) {
      String type = pasted.get("signType");
      return type.isEmpty() || type.equalsIgnoreCase("SHA1")
          ? List.of()
          : List.of(
              new PageFailureCause(
                  "signType is " + type + ", and WeChat knows SHA1 alone", "Pass on SHA1."));
    }

    @Override
    SignatureResult result(CardSignSignature choice, PastedParameters pasted) {
      Signature signature = choice.signature();
      ObjectNode parameters =
          Json.object()
              .put("shopId", choice.locationId())
              .put("cardType", choice.cardType())
              .put("cardId", choice.cardId())
              .put("timestamp", choice.timestamp())
              .put("nonceStr", choice.nonce())
              .put("signType", "SHA1")
              .put("cardSign", signature.digest());
      ObjectNode document = parameters.deepCopy();
      SignatureResult.putSigned(document, signature);
      return new SignatureResult(Json.write(parameters), document, signature, explain);
    }
  }

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
  static final class SignPageCommand extends TicketSigningCommand<JsSdkSignature> {
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
        context
            .console()
            .warn("wx.config wants the AppID as well, and none is known; add --app-id");
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
}
