package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** Member cards. */
final class MemberRoutes {
  private MemberRoutes() {}

  static List<Route> of(Services services) {
    return List.of();
  }
}
