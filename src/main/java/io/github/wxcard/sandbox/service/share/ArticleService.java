package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.store.Transaction;

/** Cards inside of articles. */
public final class ArticleService {
  private final SandboxLinks links;
  private final QrCodeService qrCodes;

  public ArticleService(SandboxLinks links, QrCodeService qrCodes) {
    this.links = links;
    this.qrCodes = qrCodes;
  }

  /** {@code POST /card/mpnews/gethtml}: an iframe; the link in it can be claimed from. */
  public ObjectNode html(Transaction tx, CallInput input) {
    CardOffer offer = OpenOfferRules.onPage(tx, input.need("card_id", 41012));
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
