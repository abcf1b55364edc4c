package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import io.github.wxcard.sandbox.service.card.Membership;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.text.QueryString;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A place on a card that leads somewhere else. */
public enum CardEntry {
  CUSTOM("custom_url", "custom_app_brand_user_name"),
  PROMOTION("promotion_url", "promotion_app_brand_user_name"),
  CENTER("center_url", "center_app_brand_user_name");

  /** No code of WeChat's is about this: a phone shows no entry that leads nowhere. */
  private static final int NO_ENTRY = 40097;

  private final String urlField;
  private final String programField;

  CardEntry(String urlField, String programField) {
    this.urlField = urlField;
    this.programField = programField;
  }

  static CardEntry named(String word) {
    return Arrays.stream(values())
        .filter(entry -> entry.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new ApiException(NO_ENTRY, "entry is none of " + words()));
  }

  /** Where it leads, or an {@link ApiException} for a card that has no such link. */
  String url(JsonNode baseInfo) {
    String url = baseInfo.path(urlField).asText("");
    if (url.isEmpty()) {
      boolean program = baseInfo.hasNonNull(programField);
      throw new ApiException(
          NO_ENTRY, "the card has no " + urlField + (program ? ", it opens a mini program" : ""));
    }
    return url;
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String words() {
    return Arrays.stream(values()).map(CardEntry::word).collect(Collectors.joining(", "));
  }

  /**
   * The link of an entry as a phone opens it: with the card, the holder and the code in its query.
   */
  static String link(String url, Card card, Code code) {
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
