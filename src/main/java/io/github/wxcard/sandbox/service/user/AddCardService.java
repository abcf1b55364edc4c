package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.UserDirectory;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.service.code.CodeFormat;
import io.github.wxcard.sandbox.service.code.HeldCodes;
import io.github.wxcard.sandbox.service.share.CardOffer;
import io.github.wxcard.sandbox.service.share.SignedCardExt;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CardTable.CodeSource;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;

/** Cards that a page hands out with {@code wx.addCard}, which only a signed cardExt can. */
public record AddCardService(ClaimService claims) {
  private static final String KIND = "card_ext";

  /** {@code POST /sandbox/addcard} with {@code card_id}, {@code ext} as text, and {@code user}. */
  public ObjectNode add(Transaction tx, CallInput input) {
    Person person = UserDirectory.named(tx, input.need("user", 41009));
    Card card = CardService.existing(tx, input.need("card_id", 41012));
    if (!input.body().hasNonNull("ext")) {
      throw new ApiException(41011, "ext is missing");
    }
    SignedCardExt ext = signed(tx, card, input);
    checkFresh(tx, ext);
    checkCode(card, ext.text("code"));
    checkReceiver(card, ext.text("openid"));
    Code code = claimed(tx, card, ext, person);
    tx.cards().addView(code.cardId(), code.openid(), tx.now());
    return HeldCodes.shown(code);
  }

  private static SignedCardExt signed(Transaction tx, Card card, CallInput input) {
    try {
      return SignedCardExt.signed(tx, card.id(), input.body().path("ext"));
    } catch (ApiException refusal) {
      throw ClaimFailure.WRONG_SIGNATURE.of(refusal);
    }
  }

  private static void checkFresh(Transaction tx, SignedCardExt ext) {
    String id = ext.text("timestamp") + "/" + ext.text("nonce_str");
    if (tx.documents().find(KIND, id).isPresent()) {
      throw ClaimFailure.NONE_LEFT.because(
          40080,
          "this timestamp with this nonce_str was used before; make both anew for every claim");
    }
    tx.documents().put(KIND, id, Json.object(), tx.now());
  }

  private static void checkCode(Card card, String code) {
    boolean merchants = card.codeSource() == CodeSource.MERCHANT;
    if (merchants && code.isEmpty()) {
      throw ClaimFailure.WRONG_PARAMETER.because(
          40080, "the card has use_custom_code, and code is missing");
    }
    if (!merchants && !code.isEmpty()) {
      throw ClaimFailure.WRONG_PARAMETER.because(
          40080,
          card.codeSource() == CodeSource.DEPOSIT
              ? "code is given, but the card's imported codes are handed out at random"
              : "code is given, but the card's codes are WeChat's own: its use_custom_code is"
                  + " false");
    }
    CodeFormat.flaw("code", code)
        .ifPresent(
            flaw -> {
              throw ClaimFailure.WRONG_PARAMETER.because(40116, flaw);
            });
  }

  private static void checkReceiver(Card card, String openid) {
    if (card.bindOpenid() == openid.isEmpty()) {
      throw ClaimFailure.WRONG_PARAMETER.because(
          40080,
          openid.isEmpty()
              ? "the card has bind_openid, and openid is missing"
              : "openid is given, but the card's bind_openid is false");
    }
  }

  private Code claimed(Transaction tx, Card card, SignedCardExt ext, Person person) {
    ObjectNode offered = Json.object().put("card_id", card.id());
    for (String name : List.of("code", "openid", "outer_str")) {
      offered.put(name, ext.text(name));
    }
    try {
      return claims.claim(tx, CardOffer.of(offered), person, received(tx, ext));
    } catch (ApiException refusal) {
      throw switch (refusal.errcode()) {
        case 45031, 40116 -> ClaimFailure.NONE_LEFT.of(refusal);
        case 45033 -> ClaimFailure.CLAIMED_BEFORE.of(refusal);
        case 40003 -> ClaimFailure.WRONG_PARAMETER.of(refusal);
        default -> refusal;
      };
    }
  }

  /** The real time of receipt counts for a fixed term, which may have begun elsewhere. */
  private static long received(Transaction tx, SignedCardExt ext) {
    String seconds = ext.text("fixed_begintimestamp");
    if (seconds.isEmpty()) {
      return tx.now();
    }
    if (!seconds.matches("[0-9]{1,10}")) {
      throw ClaimFailure.WRONG_PARAMETER.because(
          40080, "fixed_begintimestamp is no time in seconds");
    }
    return Long.parseLong(seconds);
  }
}
