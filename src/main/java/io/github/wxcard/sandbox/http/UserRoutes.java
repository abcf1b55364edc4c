package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Links;
import io.github.wxcard.sandbox.service.Scans;
import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** The user's side: what somebody does with a phone. */
final class UserRoutes {
  private UserRoutes() {}

  static List<Route> of(Services services) {
    Scans scans = services.scans();
    return List.of(
        post("/sandbox/scan").withoutToken().writes(scans::scan),
        post("/sandbox/activate").withoutToken().writes(services.formActivation()::activate),
        get(Links.ACTIVATIONS).shows(Pages::activation));
  }
}
