package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The route table: every path the sandbox knows. One that ends in a slash covers all below it. */
final class Routes {
  private static final int TYPING_SLIPS = 4;

  /** Comparing takes longer the longer the path, and no path is as long as this. */
  private static final int LONGEST_MEANT = 100;

  private final Map<String, List<Route>> byPath = new LinkedHashMap<>();

  Routes(Services services, Store store) {
    section("1", PlatformRoutes.of(services, store, this));
    section("2", CardRoutes.of(services));
    section("3", SharingRoutes.of(services));
    section("4", CodeRoutes.of(services));
    section("5", ManagingRoutes.of(services));
    section("6", StatisticsRoutes.of(services));
    section("7", MemberRoutes.of(services));
    section("8", TicketRoutes.of(services));
    section("9", MerchantRoutes.of(services));
    section("10", RefusedRoutes.giftCards());
    section("11", RefusedRoutes.discontinued());
    section("14", RefusedRoutes.beside());
    section("", UserRoutes.of(services));
    section("", PanelRoutes.of(services, store, this));
  }

  private void section(String section, List<Route> routes) {
    for (Route route : routes) {
      byPath.computeIfAbsent(route.path(), path -> new ArrayList<>()).add(route.inSection(section));
    }
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

  /** Whether WeChat has a path, as far as this table knows. */
  boolean isWeChats(String path) {
    return find(path).stream().anyMatch(route -> !route.coverage().section().isEmpty());
  }

  /** The path that was probably meant. */
  Optional<String> similarTo(String path) {
    return path.length() > LONGEST_MEANT
        ? Optional.empty()
        : SpellingSuggestion.nearest(
            path, byPath.keySet(), Math.min(TYPING_SLIPS, path.length() / 3));
  }

  /** Every line of the table in its order. */
  List<Route> all() {
    return byPath.values().stream().flatMap(List::stream).toList();
  }
}
