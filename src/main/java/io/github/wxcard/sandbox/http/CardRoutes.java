package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.service.card.Cells;
import io.github.wxcard.sandbox.service.card.Colors;
import java.util.List;

/** Creating cards. */
final class CardRoutes {
  private CardRoutes() {}

  static List<Route> of(Services services) {
    Cards cards = services.cards();
    Cells cells = services.cells();
    return List.of(
        any("/card/getcolors").reads(Colors::all),
        post("/card/create").writes(cards::create),
        post("/card/paycell/set")
            .lacking("the cell is kept, but nobody can pay by it")
            .writes(cells::setPay),
        post("/card/selfconsumecell/set")
            .lacking("the cell is kept, but nobody can redeem by it")
            .writes(cells::setSelfConsume));
  }
}
