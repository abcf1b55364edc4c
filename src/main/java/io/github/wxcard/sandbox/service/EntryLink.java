package io.github.wxcard.sandbox.service;

import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The link of an entry as a phone opens it: with the card, the holder and the code in its query.
 */
final class EntryLink {
  private EntryLink() {}

  static String of(String url, Card card, Code code) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("encrypt_code", EncryptCode.of(code.cardId(), code.code()));
    parameters.put("card_id", code.cardId());
    parameters.put("openid", code.openid());
    if (card.type().equals("MEMBER_CARD") && code.outerStr() != null) {
      parameters.put("outer_str", code.outerStr());
    }
    return with(url, parameters);
  }

  private static String with(String url, Map<String, String> parameters) {
    int hash = url.indexOf('#');
    String page = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    String query =
        parameters.entrySet().stream()
            .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
            .collect(Collectors.joining("&"));
    return page + joint(page) + query + fragment;
  }

  private static String joint(String page) {
    if (page.indexOf('?') < 0) {
      return "?";
    }
    return page.endsWith("?") || page.endsWith("&") ? "" : "&";
  }

  /** A blank becomes %20, which every decoder takes for one. */
  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
