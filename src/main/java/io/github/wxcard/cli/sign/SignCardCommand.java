package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.CardExtSignature;
import io.github.wxcard.sign.Signature;
import io.github.wxcard.sign.SignatureMistake;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a card so that a page can hand it out. */
@Command(
    name = "card",
    description = "Sign a card for wx.addCard and print its cardExt.",
    footer = {
      "",
      "cardExt is passed as text beside cardId; --json holds it as such. --params takes a cardExt,"
          + " a",
      "list of cards or a whole wx.addCard({cardList: […]}), and checks what WeChat reads of each",
      "card: names that it does not know count as absent.",
      "The page's callback gets a cardList: isSuccess, cardId, cardExt and an encrypted code,"
          + " which",
      "`wxcard code decrypt` reads.",
      "",
      "Examples:",
      "  wxcard sign card pFS7Fjg8kV1IdDz01r4SQwMkuCKc",
      "  wxcard sign card pFS7Fjg8kV1IdDz01r4SQwMkuCKc --jq .cardExt > cardExt.json",
      "  wxcard sign card pFS7Fjg8kV1IdDz01r4SQwMkuCKc --params cardExt.json",
      "  echo ojZ8YtyVyr30HheH3CM73y7h4jJE > ticket.txt",
      "  wxcard sign card pjZ8Yt1XGILfi-FUsewpnnolGgZk --code 1434008071 --timestamp 1404896688 \\",
      "      --nonce 123 --verify f137ab68b7f8112d20ee528ab6074564e2796250 --ticket-stdin <"
          + " ticket.txt"
    })
final class SignCardCommand extends TicketSigningCommand<CardExtSignature> {
  @Parameters(arity = "0..1", paramLabel = "CARD_ID", description = "The card to hand out.")
  String cardId;

  @Option(
      names = "--code",
      paramLabel = "C",
      description = "The code, for cards with codes of your own.")
  String code = "";

  @Option(
      names = "--openid",
      paramLabel = "O",
      description = "The receiver, for cards with bind_openid.")
  String openid = "";

  @Option(
      names = "--outer-str",
      paramLabel = "TEXT",
      description = "The channel that the claim event will tell; not signed.")
  String outerStr = "";

  @Option(
      names = "--fixed-begin",
      paramLabel = "SECONDS",
      description = "The real time of receipt, for cards with a fixed term; not signed.")
  String fixedBegin = "";

  SignCardCommand() {
    super(TicketKind.CARD, PastedFormat.CARD);
  }

  @Override
  CardExtSignature signable(PastedParameters pasted, String timestamp, String nonce) {
    String card = pasted.asMeant().get("cardId");
    if (card.isEmpty()) {
      card = given(cardId, pasted, "cardId");
    } else if (cardId != null && !cardId.equals(card)) {
      context.console().warn("the parameters are for card " + card + ", which is checked");
    }
    if (card.isEmpty()) {
      throw missing("CARD_ID");
    }
    return new CardExtSignature(
        ticket(),
        card,
        given(code, pasted, "code"),
        given(openid, pasted, "openid"),
        timestamp,
        nonce);
  }

  @Override
  List<SignatureMistake> mistakes(CardExtSignature claim, PastedParameters pasted) {
    return List.of(
        SignatureMistake.alsoSigned("outer_str", given(outerStr, pasted, "outer_str")),
        SignatureMistake.alsoSigned(
            "fixed_begintimestamp", given(fixedBegin, pasted, "fixed_begintimestamp")),
        SignatureMistake.alsoSigned("app_id", appIdOrAccounts(pasted)));
  }

  @Override
  String label(CardExtSignature claim) {
    return claim.cardId();
  }

  @Override
  SignatureResult result(CardExtSignature claim, PastedParameters pasted) {
    String received = given(fixedBegin, pasted, "fixed_begintimestamp");
    CardExtSignature.doubtsOfReceipt(received).forEach(context.console()::warn);
    ObjectNode cardExt = claim.cardExt(received, given(outerStr, pasted, "outer_str"));
    String ext = Json.write(cardExt);
    Signature signature = claim.signature();
    ObjectNode document =
        Json.object()
            .put("cardId", claim.cardId())
            .put("cardExt", ext)
            .put("signature", signature.digest())
            .put("timestamp", claim.timestamp())
            .put("nonce_str", claim.nonce());
    SignatureResult.putSigned(document, signature);
    return new SignatureResult(ext, document, signature, explain);
  }
}
