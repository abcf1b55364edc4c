package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.IdGenerator;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.service.code.CodeAllocator;
import io.github.wxcard.sandbox.store.QrTable.Qr;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** QR codes that hand out one card, or a choice of several. */
public final class QrCodeService {
  private static final long SHORTEST = 60;
  private static final long LONGEST = 1800;
  private static final int MOST_CARDS = 5;

  /** What a slash is in cannot be the last part of an address. */
  private static final String ARTICLE = "article/";

  private static final long UNLESS_SAID = 365L * 86_400;

  private final IdGenerator ids;
  private final SandboxLinks links;
  private final OfferRules rules;

  public QrCodeService(IdGenerator ids, SandboxLinks links, AccountPolicy policy) {
    this.ids = ids;
    this.links = links;
    this.rules = new OfferRules(new CodeAllocator(ids), policy);
  }

  /** {@code POST /card/qrcode/create}. */
  public ObjectNode create(Transaction tx, CallInput input) {
    JsonNode info = input.body().path("action_info");
    return switch (input.text("action_name").orElse("")) {
      case "QR_CARD" -> single(tx, input.body(), info.path("card"));
      case "QR_MULTIPLE_CARD" -> multiple(tx, input.body(), info.at("/multiple_card/card_list"));
      default -> throw new ApiException(40052, "action_name is not one of the two known");
    };
  }

  /** The QR code behind a ticket, unless it has ended. */
  public static Optional<Qr> living(Transaction tx, String ticket) {
    return tx.qrCodes().byTicket(ticket).filter(qr -> tx.now() < qr.expires());
  }

  public String address(Qr qr) {
    return links.toScan(qr.link());
  }

  public static List<CardOffer> offers(Qr qr) {
    List<CardOffer> offers = new ArrayList<>();
    qr.cards().forEach(card -> offers.add(CardOffer.kept(card)));
    // A database of before kept only of the whole code whether it was used.
    if (qr.singleUse() && qr.used() && offers.stream().noneMatch(CardOffer::claimed)) {
      offers.replaceAll(CardOffer::claimedNow);
    }
    return offers;
  }

  /** Notes that something was claimed, and what that leaves to claim. */
  public static void claimed(Transaction tx, Qr qr, List<CardOffer> offers) {
    tx.qrCodes().setClaimed(qr.ticket(), json(offers));
  }

  /**
   * Keeps what a page offers: it never ends, and whoever follows its link can claim.
   *
   * @return its last part of an address
   */
  public String offer(Transaction tx, List<CardOffer> offers) {
    return add(tx, offers, false, Long.MAX_VALUE).link();
  }

  /** What the articles of an account offer of a card, once gethtml was asked for it. */
  public static Optional<Qr> inArticles(Transaction tx, String cardId) {
    return tx.qrCodes().byLink(ARTICLE + cardId);
  }

  /** Keeps what the articles of an account offer: it never ends either. */
  void offerInArticles(Transaction tx, CardOffer offer) {
    if (inArticles(tx, offer.cardId()).isEmpty()) {
      add(tx, ARTICLE + offer.cardId(), List.of(offer), false, Long.MAX_VALUE);
    }
  }

  private ObjectNode single(Transaction tx, JsonNode body, JsonNode card) {
    if (!card.isObject()) {
      throw new ApiException(40053, "action_info has no object card");
    }
    // Old clients put the time into the card.
    JsonNode seconds = body.hasNonNull("expire_seconds") ? body : card;
    long lifetime = lifetime(seconds.path("expire_seconds"));
    CardOffer offer = CardOffer.of(card);
    if (CallInput.flag(card, "is_unique_code", false)) {
      CardOffer pinned = rules.pinned(tx, offer, tx.now() + lifetime);
      return answer(add(tx, List.of(pinned), true, tx.now() + lifetime), lifetime);
    }
    rules.check(tx, offer);
    return answer(add(tx, List.of(offer), offer.isSingle(), tx.now() + lifetime), lifetime);
  }

  private ObjectNode multiple(Transaction tx, JsonNode body, JsonNode cards) {
    if (!cards.isArray() || cards.isEmpty()) {
      throw new ApiException(40053, "action_info has no list multiple_card.card_list");
    }
    if (cards.size() > MOST_CARDS) {
      throw new ApiException(45039, cards.size() + " cards in card_list, at most " + MOST_CARDS);
    }
    long lifetime = lifetime(body.path("expire_seconds"));
    List<CardOffer> offers = new ArrayList<>();
    for (JsonNode card : cards) {
      CardOffer offer = CardOffer.of(card);
      rules.check(tx, offer);
      offers.add(offer);
    }
    boolean single = offers.stream().allMatch(CardOffer::isSingle);
    return answer(add(tx, offers, single, tx.now() + lifetime), lifetime);
  }

  private Qr add(Transaction tx, List<CardOffer> offers, boolean single, long end) {
    return add(tx, ids.link(), offers, single, end);
  }

  private Qr add(Transaction tx, String link, List<CardOffer> offers, boolean single, long end) {
    Qr qr = new Qr(ids.qrTicket(), link, json(offers), single, false, tx.now(), end);
    tx.qrCodes().add(qr);
    return qr;
  }

  private static ArrayNode json(List<CardOffer> offers) {
    return Json.array().addAll(offers.stream().map(CardOffer::json).toList());
  }

  private ObjectNode answer(Qr qr, long lifetime) {
    return Json.object()
        .put("ticket", qr.ticket())
        .put("expire_seconds", lifetime)
        .put("url", address(qr))
        .put("show_qrcode_url", links.toPicture(qr.ticket()));
  }

  private static long lifetime(JsonNode seconds) {
    if (seconds.isMissingNode() || seconds.isNull()) {
      return UNLESS_SAID;
    }
    long lifetime = seconds.asText().matches("[0-9]{1,4}") ? seconds.asLong() : -1;
    if (lifetime < SHORTEST || lifetime > LONGEST) {
      throw new ApiException(40053, "expire_seconds is outside of 60 to 1800");
    }
    return lifetime;
  }
}
