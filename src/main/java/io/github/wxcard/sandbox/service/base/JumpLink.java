package io.github.wxcard.sandbox.service.base;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The merchant's address with what WeChat adds to it. */
public final class JumpLink {
  private JumpLink() {}

  /** Adds parameters, percent-encoded, behind those that are there and before a fragment. */
  public static String to(String url, Map<String, String> parameters) {
    int hash = url.indexOf('#');
    String page = hash < 0 ? url : url.substring(0, hash);
    String fragment = hash < 0 ? "" : url.substring(hash);
    String joint = !page.contains("?") ? "?" : page.endsWith("?") || page.endsWith("&") ? "" : "&";
    return page + joint + query(parameters) + fragment;
  }

  /** Parameters as they stand behind the question mark. */
  public static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A blank becomes %20, which every decoder takes for one. */
  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
