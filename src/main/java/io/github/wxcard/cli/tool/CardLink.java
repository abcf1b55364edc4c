package io.github.wxcard.cli.tool;

import io.github.wxcard.text.QueryString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A merchant's page as WeChat opens it from a card.
 *
 * @param page the address before its query
 * @param query the pairs of the query as they stand, still percent-encoded
 * @param fragment with its {@code #}, or empty
 */
record CardLink(String page, List<String> query, String fragment) {
  static CardLink of(String url) {
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash);
    String[] parts = (hash < 0 ? url : url.substring(0, hash)).split("\\?", 2);
    List<String> query =
        parts.length < 2
            ? List.of()
            : List.of(parts[1].split("&", -1)).stream().filter(pair -> !pair.isEmpty()).toList();
    return new CardLink(parts[0], query, fragment);
  }

  /** Whether the query has a parameter of this name. */
  boolean has(String name) {
    return query.stream().anyMatch(pair -> pair.split("=", 2)[0].equals(name));
  }

  /** The same with further parameters behind those that are there, percent-encoded. */
  CardLink with(Map<String, String> parameters) {
    List<String> more = new ArrayList<>(query);
    parameters.forEach((name, value) -> more.add(name + "=" + QueryString.encoded(value)));
    return new CardLink(page, List.copyOf(more), fragment);
  }

  @Override
  public String toString() {
    return page + (query.isEmpty() ? "" : "?" + String.join("&", query)) + fragment;
  }

  /** The target alone, without what WeChat added. */
  String without(List<String> names) {
    List<String> rest =
        query.stream()
            .filter(pair -> !names.contains(pair.split("=", 2)[0]))
            .collect(Collectors.toList());
    return new CardLink(page, rest, fragment).toString();
  }
}
