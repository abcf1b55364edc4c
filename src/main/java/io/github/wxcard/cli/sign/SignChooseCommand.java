package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardSignSignature;
import io.github.wxcard.sign.Signature;
import io.github.wxcard.sign.SignatureMistake;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Signs the wish to see the cards that a user holds. */
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
final class SignChooseCommand extends TicketSigningCommand<CardSignSignature> {
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
