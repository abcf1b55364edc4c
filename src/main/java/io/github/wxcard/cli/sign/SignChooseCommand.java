package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardChoice;
import io.github.wxcard.sign.Mistake;
import io.github.wxcard.sign.Signature;
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
      "  wxcard sign choose --params choose.json",
      "  wxcard sign choose --app-id wx0123456789abcdef --ticket-stdin < ticket.txt"
    })
final class SignChooseCommand extends TicketSigningCommand<CardChoice> {
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
    super(TicketKind.CARD);
  }

  @Override
  PastedShape shape() {
    return PastedShape.CHOOSE;
  }

  @Override
  String pastedDigest(PastedParameters parameters) {
    return parameters.get("cardSign");
  }

  @Override
  CardChoice signable(String timestamp, String nonce) {
    cardId = given(cardId, "cardId");
    cardType = given(cardType, "cardType");
    locationId = given(locationId, "shopId");
    if (ticketOnStdin && appIdOrAccounts().isEmpty()) {
      throw Failure.of(
          Kind.USAGE,
          "the AppID is part of this signature, and a ticket does not tell it",
          "Add --app-id.");
    }
    return new CardChoice(
        ticket(), appIdOrAccounts(), locationId, timestamp, nonce, cardId, cardType);
  }

  @Override
  List<Mistake> slips(CardChoice choice) {
    return List.of(Mistake.alsoSigned("signType", "SHA1"));
  }

  @Override
  Signed result(CardChoice choice) {
    Signature signature = choice.signature();
    ObjectNode parameters =
        Json.object()
            .put("shopId", locationId)
            .put("cardType", cardType)
            .put("cardId", cardId)
            .put("timestamp", choice.timestamp())
            .put("nonceStr", choice.nonce())
            .put("signType", "SHA1")
            .put("cardSign", signature.digest());
    ObjectNode document = parameters.deepCopy();
    Signed.putSigned(document, signature);
    return new Signed(Json.write(parameters), document, signature, explain);
  }
}
