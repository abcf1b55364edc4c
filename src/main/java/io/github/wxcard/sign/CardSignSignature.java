package io.github.wxcard.sign;

import java.util.List;

/**
 * The {@code cardSign} of {@code wx.chooseCard}, with which a page lists the cards a user holds.
 *
 * @param ticket the wx_card ticket, which the documentation calls api_ticket
 * @param locationId the page's {@code shopId}; empty for every shop, while {@code 0} is a value
 * @param timestamp seconds
 * @param cardId empty for every card
 * @param cardType empty for every type
 */
public record CardSignSignature(
    String ticket,
    String appId,
    String locationId,
    String timestamp,
    String nonce,
    String cardId,
    String cardType)
    implements Signable {

  @Override
  public SigningInput input() {
    return SigningInput.of(Canonicalization.SORTED_VALUES)
        .add("api_ticket", ticket)
        .add("app_id", appId)
        .add("location_id", locationId)
        .add("timestamp", timestamp)
        .add("nonce_str", nonce)
        .add("card_id", cardId)
        .add("card_type", cardType);
  }

  @Override
  public List<SignatureMistake> mistakes() {
    return CardMistakes.ofChoice();
  }

  @Override
  public List<String> warnings() {
    return new InputWarnings()
        .ticket("ticket", ticket)
        .appId(appId)
        .plain("location id", locationId)
        .id("card id", cardId, 'p')
        .cardType(cardType)
        .timestamp(timestamp)
        .nonce(nonce)
        .list();
  }
}
