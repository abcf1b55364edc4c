package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** Details of movie, meeting and boarding tickets. */
final class TicketRoutes {
  private TicketRoutes() {}

  static List<Route> of(Services services) {
    return List.of();
  }
}
