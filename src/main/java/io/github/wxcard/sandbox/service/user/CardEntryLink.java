package io.github.wxcard.sandbox.service.user;

import io.github.wxcard.sandbox.service.base.EncryptedCode;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.text.QueryString;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The link of an entry as a phone opens it: with the card, the holder and the code in its query.
 */
public final class CardEntryLink {
  private CardEntryLink() {}

  public static String of(String url, Card card, Code code) {
    Map<String, String> parameters = parameters(code);
    if (card.type().equals(Membership.TYPE) && code.outerStr() != null) {
      parameters.put("outer_str", code.outerStr());
    }
    return QueryString.appended(url, parameters);
  }

  /** What every link out of somebody's card says, in WeChat's order. */
  public static Map<String, String> parameters(Code code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("encrypt_code", EncryptedCode.of(code.cardId(), code.code()));
    parameters.put("card_id", code.cardId());
    parameters.put("openid", code.openid());
    return parameters;
  }
}
