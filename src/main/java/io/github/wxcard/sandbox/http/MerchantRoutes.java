package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** Sub-merchants of a third party. */
final class MerchantRoutes {
  private MerchantRoutes() {}

  static List<Route> of(Services services) {
    return List.of();
  }
}
