package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.code.Deposits;
import io.github.wxcard.sandbox.service.share.Messages;
import io.github.wxcard.sandbox.service.share.QrCodes;
import io.github.wxcard.sandbox.service.share.StoreCards;
import io.github.wxcard.sandbox.service.user.Testers;
import java.util.List;

/** Handing cards out. */
final class SharingRoutes {
  private static final String CARDS_ONLY = "messages of type wxcard only";

  private SharingRoutes() {}

  static List<Route> of(Services services) {
    QrCodes qrCodes = services.qrCodes();
    return List.of(
        post("/card/qrcode/create").writes(qrCodes::create),
        post("/card/testwhitelist/set").writes(Testers::set),
        post("/card/landingpage/create").writes(services.landingPages()::create),
        post("/card/mpnews/gethtml").writes(services.articles()::html),
        post("/cgi-bin/message/custom/send").lacking(CARDS_ONLY).writes(Messages::toOne),
        post("/cgi-bin/message/mass/sendall").lacking(CARDS_ONLY).writes(Messages::toAll),
        post("/cgi-bin/message/mass/send").lacking(CARDS_ONLY).writes(Messages::toMany),
        post("/cgi-bin/message/mass/preview").lacking(CARDS_ONLY).writes(Messages::preview),
        post("/card/code/deposit").writes(services.deposits()::add),
        post("/card/code/getdepositcount").reads(Deposits::count),
        post("/card/code/checkcode").reads(Deposits::check),
        post("/card/storewxa/set")
            .lacking("no mini program shows the card")
            .writes(StoreCards::set),
        post("/card/storewxa/get").reads(StoreCards::get));
  }
}
