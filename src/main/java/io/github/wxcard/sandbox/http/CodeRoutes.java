package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.code.Codes;
import java.util.List;

/** Redeeming codes. */
final class CodeRoutes {
  private CodeRoutes() {}

  static List<Route> of(Services services) {
    return List.of(
        post("/card/code/get").reads(Codes::get),
        post("/card/code/consume").writes(services.redemption()::consume),
        post("/card/code/decrypt").reads(Codes::decrypt));
  }
}
