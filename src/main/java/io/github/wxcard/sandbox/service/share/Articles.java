package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.store.Tx;

/** Cards inside of articles. */
public final class Articles {
  private final Links links;
  private final QrCodes qrCodes;

  public Articles(Links links, QrCodes qrCodes) {
    this.links = links;
    this.qrCodes = qrCodes;
  }

  /** {@code POST /card/mpnews/gethtml}: an iframe; the link in it can be claimed from. */
  public ObjectNode html(Tx tx, Input input) {
    Offer offer = OpenOffers.onPage(tx, input.need("card_id", 41012));
    qrCodes.offerInArticles(tx, offer);
    String link = links.toArticle(offer.cardId()).replace("&", "&amp;");
    return Json.object()
        .put(
            "content",
            "<iframe class=\"res_iframe card_iframe js_editor_card\" data-src=\""
                + link
                + "\"></iframe>");
  }
}
