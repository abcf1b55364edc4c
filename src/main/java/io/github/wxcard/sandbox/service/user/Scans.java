package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.People;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.share.Offer;
import io.github.wxcard.sandbox.service.share.QrCodes;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.QrTable.Qr;
import io.github.wxcard.sandbox.store.Tx;
import io.github.wxcard.text.PastedAddress;
import io.github.wxcard.text.QueryString;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's phone in front of a QR code. */
public final class Scans {
  private static final int UNKNOWN = 40073;

  private final Claims claims;

  public Scans(Claims claims) {
    this.claims = claims;
  }

  /**
   * {@code POST /sandbox/scan} with {@code ticket} or {@code url}, and {@code username} or {@code
   * openid}: claims the card, or of several the one that {@code card_id} names, else the first.
   */
  public ObjectNode scan(Tx tx, Input input) {
    Person person = People.actor(tx, input);
    Qr qr = qrCode(tx, input);
    if (tx.now() >= qr.expires()) {
      throw new Refusal(UNKNOWN, "the QR code is past its end");
    }
    if (qr.singleUse() && qr.used()) {
      throw new Refusal(UNKNOWN, "the QR code was for one claim, which was made");
    }
    Code code = claims.claim(tx, offer(qr, input.text("card_id")), person);
    tx.qrCodes().setUsed(qr.ticket());
    // Whoever claims a card has seen it; the page of a claim is what most views are of.
    tx.views().add(code.cardId(), code.openid(), tx.now());
    ObjectNode answer = Json.object();
    answer.put("card_id", code.cardId());
    answer.put("code", code.code());
    answer.put("openid", code.openid());
    return answer;
  }

  private static Qr qrCode(Tx tx, Input input) {
    Optional<Qr> qr =
        input
            .text("ticket")
            .map(ticket -> tx.qrCodes().byTicket(ticket))
            .orElseGet(() -> behind(tx, input.need("url", UNKNOWN)));
    return qr.orElseThrow(() -> new Refusal(UNKNOWN, "there is no such QR code"));
  }

  /**
   * A link counts by its ticket, its card or its last part: it may have been made under another
   * address. It may have been copied as it stands in JSON or in HTML.
   */
  private static Optional<Qr> behind(Tx tx, String copied) {
    String url = PastedAddress.of(copied).url();
    int question = url.indexOf('?');
    String query = question < 0 ? null : url.substring(question + 1);
    Map<String, String> parameters = QueryString.parse(query);
    if (parameters.containsKey("ticket")) {
      return tx.qrCodes().byTicket(parameters.get("ticket"));
    }
    if (parameters.containsKey("cardid")) {
      return QrCodes.inArticles(tx, parameters.get("cardid"));
    }
    String path = question < 0 ? url : url.substring(0, question);
    return tx.qrCodes().byLink(path.substring(path.lastIndexOf('/') + 1));
  }

  private static Offer offer(Qr qr, Optional<String> cardId) {
    List<Offer> offers = QrCodes.offers(qr);
    return cardId.isEmpty()
        ? offers.get(0)
        : offers.stream()
            .filter(offer -> offer.cardId().equals(cardId.get()))
            .findFirst()
            .orElseThrow(() -> new Refusal(UNKNOWN, "the QR code does not offer that card"));
  }
}
