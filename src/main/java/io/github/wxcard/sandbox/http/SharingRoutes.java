package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.QrCodes;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.Testers;
import java.util.List;

/** Handing cards out. */
final class SharingRoutes {
  private SharingRoutes() {}

  static List<Route> of(Services services) {
    QrCodes qrCodes = services.qrCodes();
    return List.of(
        post("/card/qrcode/create").writes(qrCodes::create),
        post("/card/testwhitelist/set").writes(Testers::set));
  }
}
