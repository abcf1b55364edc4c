package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.delete;
import static io.github.wxcard.sandbox.http.Route.get;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.merchant.SubMerchants;
import io.github.wxcard.sandbox.service.panel.Approvals;
import io.github.wxcard.sandbox.service.panel.Callbacks;
import io.github.wxcard.sandbox.service.panel.Events;
import io.github.wxcard.sandbox.service.panel.Faults;
import io.github.wxcard.sandbox.service.panel.Journal;
import io.github.wxcard.sandbox.service.panel.Panel;
import io.github.wxcard.sandbox.service.panel.SandboxClock;
import io.github.wxcard.sandbox.service.panel.Seeding;
import io.github.wxcard.sandbox.service.share.Messages;
import io.github.wxcard.sandbox.store.Store;
import java.util.List;

/** The control panel, and what a browser or a phone finds here. */
final class PanelRoutes {
  private PanelRoutes() {}

  static List<Route> of(Services services, Store store, Routes routes) {
    Panel panel = services.panel();
    Pages pages = new Pages(store, services.qrCodes());
    return List.of(
        get("/sandbox/status").withoutToken().reads(panel::status),
        get("/sandbox/coverage")
            .withoutToken()
            .reads((tx, input) -> CoverageTable.json(routes.all())),
        post("/sandbox/approve").withoutToken().writes(Approvals::approve),
        post("/sandbox/reject").withoutToken().writes(Approvals::reject),
        post("/sandbox/approve-merchant").withoutToken().writes(SubMerchants::approve),
        post("/sandbox/clock").withoutToken().writes(SandboxClock::move),
        get("/sandbox/faults").withoutToken().reads(Faults::list),
        post("/sandbox/faults").withoutToken().writes(Faults::add),
        delete("/sandbox/faults").withoutToken().writes(Faults::clear),
        get("/sandbox/callback").withoutToken().reads(Callbacks::show),
        post("/sandbox/callback").withoutToken().writes(Callbacks::set),
        delete("/sandbox/callback").withoutToken().writes(Callbacks::clear),
        get("/sandbox/events").withoutToken().reads(Events::list),
        post("/sandbox/events/resend").withoutToken().writes(Events::resend),
        get("/sandbox/journal").withoutToken().reads(Journal::list),
        get("/sandbox/export").withoutToken().reads(Seeding::export),
        post("/sandbox/reset").withoutToken().writes(panel::reset),
        get("/sandbox/messages").withoutToken().reads(Messages::list),
        get(Links.PAGES).shows(new LandingView(store, services.landingPages())::show),
        get(Links.IMAGES).shows(pages::image),
        get(Links.SCANS).shows(pages::scan));
  }
}
