package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.ServiceContext;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.server.Request;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what answers a request. A path that ends in a slash covers all below it. */
final class Router {
  static final int INVALID_URL = 40066;
  private static final int TYPING_SLIPS = 4;

  /** Comparing takes longer the longer the path, and no path is as long as this. */
  private static final int LONGEST_MEANT = 100;

  private final List<ApiSection> sections;
  private final Map<String, List<Route>> byPath = new LinkedHashMap<>();

  Router(ServiceContext services, Store store) {
    sections = RouteTable.of(services, store, this);
    for (ApiSection section : sections) {
      for (Route route : section.routes()) {
        byPath
            .computeIfAbsent(route.path(), path -> new ArrayList<>())
            .add(route.of(services.policy()));
      }
    }
  }

  List<ApiSection> sections() {
    return sections;
  }

  /** Whether WeChat has a path, as far as the table knows. */
  boolean hasApi(String path) {
    return Route.isApi(path) && !find(path).isEmpty();
  }

  /** What answers on a path, a route a method; empty for an unknown path. */
  List<Route> find(String path) {
    List<Route> found = byPath.get(path);
    for (int slash = path.lastIndexOf('/'); found == null && slash > 0; ) {
      found = byPath.get(path.substring(0, slash + 1));
      slash = path.lastIndexOf('/', slash - 1);
    }
    return found == null ? List.of() : found;
  }

  /**
   * Which of the routes of its path answers a request, or a refusal.
   *
   * @param found what {@link #find} gave for its path
   */
  Route choose(List<Route> found, Request request) {
    if (found.isEmpty()) {
      throw new ApiException(INVALID_URL, "there is no such path" + similarTo(request.path()));
    }
    for (Route route : found) {
      if (route.takes(request.method())) {
        return route;
      }
    }
    Route.Verb verb = found.get(0).verb();
    throw new ApiException(verb.errcode(), "the path takes " + verb + ", not " + request.method());
  }

  private String similarTo(String path) {
    if (path.length() > LONGEST_MEANT) {
      return "";
    }
    return SpellingSuggestion.nearest(
            path, byPath.keySet(), Math.min(TYPING_SLIPS, path.length() / 3))
        .map(meant -> "; was " + meant + " meant?")
        .orElse("");
  }
}
