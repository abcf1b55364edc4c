package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.access.CallbackCheck;
import io.github.wxcard.sandbox.service.access.QuotaResets;
import io.github.wxcard.sandbox.service.access.ServerAddresses;
import io.github.wxcard.sandbox.service.access.Tickets;
import io.github.wxcard.sandbox.service.access.Tokens;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.panel.QuotaLookup;
import io.github.wxcard.sandbox.service.panel.RequestLookup;
import io.github.wxcard.sandbox.store.Store;
import java.util.List;

/** Credentials and platform calls. */
final class PlatformRoutes {
  private PlatformRoutes() {}

  static List<Route> of(Services services, Store store, Routes routes) {
    Tokens tokens = services.tokens();
    Tickets tickets = services.tickets();
    Images images = services.images();
    Pages pages = new Pages(store, services.qrCodes());
    return List.of(
        get("/cgi-bin/token").withoutToken().withoutErrcode().writes(tokens::classic),
        post("/cgi-bin/stable_token").withoutToken().withoutErrcode().writes(tokens::stable),
        get("/cgi-bin/ticket/getticket").writes(tickets::get),
        post("/cgi-bin/media/uploadimg").withoutErrcode().writes(images::upload),
        post("/cgi-bin/media/upload").withoutErrcode().writes(services.temporaryMedia()::upload),
        get("/cgi-bin/media/get").sends(pages::medium),
        post("/cgi-bin/clear_quota").writes(QuotaResets::clear),
        post("/cgi-bin/clear_quota/v2").withoutToken().writes(QuotaResets::clearBySecret),
        post("/cgi-bin/openapi/quota/get")
            .withoutErrcode()
            .lacking("without a quota of its own, a test account's figures or none")
            .readsJournal(new QuotaLookup(routes::isWeChats)::get),
        post("/cgi-bin/openapi/rid/get")
            .lacking("refusals alone have a rid, and the journal keeps 1,000 calls")
            .readsJournal(RequestLookup::get),
        get("/cgi-bin/get_api_domain_ip").withoutErrcode().reads(ServerAddresses::list),
        get("/cgi-bin/getcallbackip").withoutErrcode().reads(ServerAddresses::list),
        post("/cgi-bin/callback/check").withoutErrcode().reads(CallbackCheck::check),
        get(Links.PICTURES).shows(pages::qrPicture));
  }
}
