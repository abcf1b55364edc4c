package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** Statistics, computed from what happened here. */
final class StatisticsRoutes {
  private StatisticsRoutes() {}

  static List<Route> of(Services services) {
    return List.of();
  }
}
