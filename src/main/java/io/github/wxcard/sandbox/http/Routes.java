package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.CardList;
import io.github.wxcard.sandbox.service.Cards;
import io.github.wxcard.sandbox.service.Codes;
import io.github.wxcard.sandbox.service.Colors;
import io.github.wxcard.sandbox.service.Images;
import io.github.wxcard.sandbox.service.Links;
import io.github.wxcard.sandbox.service.Panel;
import io.github.wxcard.sandbox.service.QrCodes;
import io.github.wxcard.sandbox.service.Scans;
import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.Testers;
import io.github.wxcard.sandbox.service.Tickets;
import io.github.wxcard.sandbox.service.Tokens;
import io.github.wxcard.sandbox.service.Wallets;
import io.github.wxcard.sandbox.store.Store;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The route table: every path the sandbox knows. One that ends in a slash covers all below it. */
final class Routes {
  private final Map<String, Route> byPath = new HashMap<>();

  Routes(Services services, Store store) {
    table(services, store).forEach(route -> byPath.put(route.path(), route));
  }

  private static List<Route> table(Services services, Store store) {
    Tokens tokens = services.tokens();
    Tickets tickets = services.tickets();
    Images images = services.images();
    Cards cards = services.cards();
    QrCodes qrCodes = services.qrCodes();
    Scans scans = services.scans();
    Panel panel = services.panel();
    Pages pages = new Pages(store, qrCodes);
    return List.of(
        get("/cgi-bin/token").withoutToken().withoutErrcode().writes(tokens::classic),
        post("/cgi-bin/stable_token").withoutToken().withoutErrcode().writes(tokens::stable),
        get("/cgi-bin/ticket/getticket").writes(tickets::get),
        post("/cgi-bin/media/uploadimg").withoutErrcode().writes(images::upload),
        get(Links.PICTURES).shows(pages::qrPicture),
        any("/card/getcolors").reads(Colors::all),
        post("/card/create").writes(cards::create),
        post("/card/get").reads(Cards::get),
        post("/card/delete").writes(Cards::delete),
        post("/card/batchget").reads(CardList::page),
        post("/card/qrcode/create").writes(qrCodes::create),
        post("/card/testwhitelist/set").writes(Testers::set),
        post("/card/code/get").reads(Codes::get),
        post("/card/code/consume").writes(Codes::consume),
        post("/card/user/getcardlist").reads(Wallets::list),
        get("/sandbox/status").withoutToken().reads(panel::status),
        post("/sandbox/scan").withoutToken().writes(scans::scan),
        post("/sandbox/approve").withoutToken().writes(Cards::approve),
        post("/sandbox/reset").withoutToken().writes(panel::reset),
        get(Links.IMAGES).shows(pages::image),
        get(Links.SCANS).shows(pages::scan));
  }

  Optional<Route> find(String path) {
    Route exact = byPath.get(path);
    int below = exact == null ? path.indexOf('/', 1) : -1;
    return Optional.ofNullable(below < 0 ? exact : byPath.get(path.substring(0, below + 1)));
  }
}
