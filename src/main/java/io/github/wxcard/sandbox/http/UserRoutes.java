package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.code.Gifts;
import io.github.wxcard.sandbox.service.user.HeldCards;
import io.github.wxcard.sandbox.service.user.Scans;
import io.github.wxcard.sandbox.service.user.Users;
import java.util.List;

/** The user's side: what somebody does with a phone. */
final class UserRoutes {
  private UserRoutes() {}

  static List<Route> of(Services services) {
    Scans scans = services.scans();
    Gifts gifts = services.gifts();
    return List.of(
        post("/sandbox/scan").withoutToken().writes(scans::scan),
        post("/sandbox/addcard").withoutToken().writes(services.addedCards()::add),
        post("/sandbox/gift").withoutToken().writes(gifts::give),
        post("/sandbox/accept").withoutToken().writes(gifts::accept),
        post("/sandbox/return").withoutToken().writes(gifts::giveBack),
        post("/sandbox/remove").withoutToken().writes(HeldCards::remove),
        post("/sandbox/view").withoutToken().writes(HeldCards::view),
        post("/sandbox/open").withoutToken().writes(HeldCards::open),
        get("/sandbox/users").withoutToken().reads(Users::list),
        post("/sandbox/activate").withoutToken().writes(services.formActivation()::activate),
        get(Links.ACTIVATIONS).shows(Pages::activation),
        get(Links.ARTICLES).shows(Pages::article));
  }
}
