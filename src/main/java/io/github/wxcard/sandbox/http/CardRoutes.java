package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Cards;
import io.github.wxcard.sandbox.service.Colors;
import io.github.wxcard.sandbox.service.Services;
import java.util.List;

/** Creating cards. */
final class CardRoutes {
  private CardRoutes() {}

  static List<Route> of(Services services) {
    Cards cards = services.cards();
    return List.of(
        any("/card/getcolors").reads(Colors::all), post("/card/create").writes(cards::create));
  }
}
