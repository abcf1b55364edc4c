package io.github.wxcard.sandbox.service.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A place on a card that leads somewhere else. */
enum CardEntry {
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
}
