package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The route table: every path the sandbox knows. One that ends in a slash covers all below it. */
final class Routes {
  private final Map<String, Route> byPath = new HashMap<>();

  private Routes(List<Route> routes) {
    routes.forEach(route -> byPath.put(route.path(), route));
  }

  /** The table, answered by these services. */
  static Routes of(Services services) {
    return new Routes(
        List.of(
            get("/sandbox/status").withoutToken().reads(services.panel()::status),
            post("/sandbox/reset").withoutToken().writes(services.panel()::reset)));
  }

  Optional<Route> find(String path) {
    Route exact = byPath.get(path);
    if (exact != null || path.length() < 2) {
      return Optional.ofNullable(exact);
    }
    return Optional.ofNullable(byPath.get(path.substring(0, path.indexOf('/', 1) + 1)));
  }
}
