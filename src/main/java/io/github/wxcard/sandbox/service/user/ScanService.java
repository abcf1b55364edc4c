package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.share.CardOffer;
import io.github.wxcard.sandbox.service.share.QrCodeService;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.QrTable.Qr;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.PastedAddress;
import io.github.wxcard.text.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user's phone in front of a QR code. */
public record ScanService(ClaimService claims) {
  /** Nobody may receive more of a card than its get_limit, which is at most this. */
  private static final long MOST_COPIES = 50;

  /**
   * {@code POST /sandbox/scan} with {@code ticket} or {@code url}, and {@code username} or {@code
   * openid}: claims the card, or of several the one that {@code card_id} names, else the first that
   * is left; with {@code copies} as often as that at once.
   */
  public ObjectNode scan(Transaction tx, CallInput input) {
    Person person = UserDirectory.actor(tx, input);
    Qr qr = qrCode(tx, input);
    if (tx.now() >= qr.expires()) {
      throw new ApiException(40073, "the QR code is past its end");
    }
    List<CardOffer> offers = QrCodeService.offers(qr);
    Optional<String> cardId = input.text("card_id");
    List<Code> codes = new ArrayList<>();
    for (long left = copies(input); left > 0; left--) {
      CardOffer offer = choice(offers, cardId);
      codes.add(claims.claim(tx, offer, person));
      offers.set(offers.indexOf(offer), offer.claimedNow());
    }
    QrCodeService.claimed(tx, qr, offers);
    Code first = codes.get(0);
    // Whoever claims a card has seen it; the page of a claim is what most views are of.
    tx.cards().addView(first.cardId(), first.openid(), tx.now());
    ObjectNode answer = HeldCodes.shown(first);
    if (codes.size() > 1) {
      codes.forEach(code -> answer.withArray("codes").add(code.code()));
    }
    return answer;
  }

  private static long copies(CallInput input) {
    long copies = input.number("copies", 40097).orElse(1);
    if (copies < 1 || copies > MOST_COPIES) {
      throw new ApiException(40097, "copies is outside of 1 to " + MOST_COPIES);
    }
    return copies;
  }

  private static Qr qrCode(Transaction tx, CallInput input) {
    Optional<Qr> qr =
        input
            .text("ticket")
            .map(ticket -> tx.qrCodes().byTicket(ticket))
            .orElseGet(() -> behind(tx, input.need("url", 40073)));
    return qr.orElseThrow(() -> new ApiException(40073, "there is no such QR code"));
  }

  /**
   * A link counts by its ticket, its card or its last part: it may have been made under another
   * address. It may have been copied as it stands in JSON or in HTML.
   */
  private static Optional<Qr> behind(Transaction tx, String copied) {
    String url = PastedAddress.of(copied).url();
    int question = url.indexOf('?');
    String query = question < 0 ? null : url.substring(question + 1);
    Map<String, String> parameters = QueryString.parse(query);
    if (parameters.containsKey("ticket")) {
      return tx.qrCodes().byTicket(parameters.get("ticket"));
    }
    if (parameters.containsKey("cardid")) {
      return QrCodeService.inArticles(tx, parameters.get("cardid"));
    }
    String path = question < 0 ? url : url.substring(0, question);
    return tx.qrCodes().byLink(path.substring(path.lastIndexOf('/') + 1));
  }

  private static CardOffer choice(List<CardOffer> offers, Optional<String> cardId) {
    List<CardOffer> wanted =
        offers.stream()
            .filter(offer -> cardId.isEmpty() || cardId.get().equals(offer.cardId()))
            .toList();
    if (wanted.isEmpty()) {
      throw new ApiException(
          40073, "the QR code does not offer that card, but " + String.join(", ", cards(offers)));
    }
    return wanted.stream()
        .filter(offer -> !offer.claimed())
        .findFirst()
        .orElseThrow(() -> new ApiException(40073, used(offers)));
  }

  private static String used(List<CardOffer> offers) {
    List<String> left = cards(offers.stream().filter(offer -> !offer.claimed()).toList());
    if (offers.size() == 1) {
      return "the QR code was for one claim, which was made";
    }
    return "the QR code was for one claim of each card; "
        + (left.isEmpty()
            ? "all are made, none is left to claim"
            : "this one is made, still to claim: " + String.join(", ", left));
  }

  private static List<String> cards(List<CardOffer> offers) {
    return offers.stream().map(CardOffer::cardId).distinct().toList();
  }
}
