package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.SandboxLinks;
import io.github.wxcard.sandbox.service.card.CardService;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pages and articles in WeChat on which a merchant lays out cards. */
public record CardPageService(SandboxLinks links, QrCodeService qrCodes) {
  private static final String KIND = "landing_page";
  private static final Set<String> SCENES =
      Set.of(
          "SCENE_NEAR_BY",
          "SCENE_MENU",
          "SCENE_QRCODE",
          "SCENE_ARTICLE",
          "SCENE_H5",
          "SCENE_IVR",
          "SCENE_CARD_CUSTOM_CELL");

  /** {@code POST /card/landingpage/create}: files a page; its link can be claimed from. */
  public ObjectNode create(Transaction tx, CallInput input) {
    ImageService.checkUploaded(tx, "banner", input.need("banner", 41011));
    // The table of the documentation has another name for it than its sample.
    String title = input.text("page_title").orElseGet(() -> input.need("title", 41011));
    input.needFlag("can_share", 41011);
    String scene = input.need("scene", 41011);
    if (!SCENES.contains(scene)) {
      throw new ApiException(
          40129, "scene " + scene + " is none of " + SCENES.stream().sorted().toList());
    }
    List<CardOffer> offers = offers(tx, input);

    long id = tx.documents().count(KIND) + 1;
    String link = qrCodes.offer(tx, offers);
    ObjectNode page = input.body().deepCopy();
    page.put("page_title", title);
    page.put("page_id", id);
    tx.documents().put(KIND, link, page, tx.now());
    return Json.object().put("url", links.toPage(link)).put("page_id", id);
  }

  /** What a page shows, by the last part of its address: its title, and a line for each card. */
  public Optional<String> text(Transaction tx, String link) {
    return tx.documents().find(KIND, link).map(Document::body).map(page -> text(tx, link, page));
  }

  private String text(Transaction tx, String link, JsonNode page) {
    StringBuilder text = new StringBuilder(page.path("page_title").asText()).append("\n\n");
    for (JsonNode offered : page.path("card_list")) {
      Card card = CardService.existing(tx, offered.path("card_id").asText());
      String title = card.definition().at("/base_info/title").asText();
      text.append(card.id()).append("  ").append(title).append('\n');
    }
    return text.append("\nClaim the first with: wxcard sandbox scan ")
        .append(links.toPage(link))
        .append(" --as somebody\n")
        .toString();
  }

  private static List<CardOffer> offers(Transaction tx, CallInput input) {
    List<CardOffer> offers = new ArrayList<>();
    for (JsonNode card : input.needList("card_list", 41011)) {
      String cardId =
          CallInput.text(card, "card_id")
              .orElseThrow(() -> new ApiException(41012, "a card of card_list has no card_id"));
      CallInput.need(card, "thumb_url", 41011);
      offers.add(OfferRules.onPage(tx, cardId));
    }
    return offers;
  }

  /**
   * {@code POST /card/mpnews/gethtml}: an iframe for articles; the link in it can be claimed from.
   */
  public ObjectNode article(Transaction tx, CallInput input) {
    CardOffer offer = OfferRules.onPage(tx, input.need("card_id", 41012));
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
