package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.card.CardList;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.service.card.Stock;
import io.github.wxcard.sandbox.service.code.CodeChanges;
import io.github.wxcard.sandbox.service.user.Wallets;
import java.util.List;

/** Managing cards and their codes. */
final class ManagingRoutes {
  private ManagingRoutes() {}

  static List<Route> of(Services services) {
    return List.of(
        post("/card/user/getcardlist").reads(Wallets::list),
        post("/card/get").reads(Cards::get),
        post("/card/batchget").reads(CardList::page),
        post("/card/update").writes(services.cardUpdates()::update),
        post("/card/modifystock").writes(Stock::modify),
        post("/card/delete").writes(Cards::delete),
        post("/card/code/update").writes(CodeChanges::update),
        post("/card/code/unavailable").writes(CodeChanges::end));
  }
}
