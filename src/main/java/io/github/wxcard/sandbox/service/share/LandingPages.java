package io.github.wxcard.sandbox.service.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Links;
import io.github.wxcard.sandbox.service.base.Missing;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.card.CardView;
import io.github.wxcard.sandbox.service.card.Cards;
import io.github.wxcard.sandbox.store.CardTable.Card;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Pages in WeChat on which a merchant lays out several cards. */
public final class LandingPages {
  private static final int MISSING_FIELD = 41011;
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

  private final Links links;
  private final QrCodes qrCodes;

  public LandingPages(Links links, QrCodes qrCodes) {
    this.links = links;
    this.qrCodes = qrCodes;
  }

  /** {@code POST /card/landingpage/create}: files a page; its link can be claimed from. */
  public ObjectNode create(Tx tx, Input input) {
    Images.checkUploaded(tx, "banner", input.need("banner", MISSING_FIELD));
    // The table of the documentation has another name for it than its sample.
    String title = input.text("page_title").orElseGet(() -> input.need("title", MISSING_FIELD));
    if (!input.body().hasNonNull("can_share")) {
      throw Missing.field(input.body(), "can_share", MISSING_FIELD);
    }
    input.flag("can_share", false);
    String scene = input.need("scene", MISSING_FIELD);
    if (!SCENES.contains(scene)) {
      throw new Refusal(
          40129, "scene " + scene + " is none of " + SCENES.stream().sorted().toList());
    }
    List<Offer> offers = offers(tx, input.body());

    long id = tx.documents().count(KIND) + 1;
    String link = qrCodes.offer(tx, offers);
    ObjectNode page = input.body().deepCopy();
    page.put("page_title", title);
    page.put("page_id", id);
    tx.documents().put(KIND, link, page, tx.now());
    return Json.object().put("url", links.toPage(link)).put("page_id", id);
  }

  /** What a page shows, by the last part of its address: its title, and a line for each card. */
  public Optional<String> text(Tx tx, String link) {
    return tx.documents().find(KIND, link).map(Document::body).map(page -> text(tx, link, page));
  }

  private String text(Tx tx, String link, JsonNode page) {
    StringBuilder text = new StringBuilder(page.path("page_title").asText()).append("\n\n");
    for (JsonNode offered : page.path("card_list")) {
      Card card = Cards.existing(tx, offered.path("card_id").asText());
      String title = CardView.definition(card).at("/base_info/title").asText();
      text.append(card.id()).append("  ").append(title).append('\n');
    }
    return text.append("\nClaim the first with: wxcard sandbox scan ")
        .append(links.toPage(link))
        .append(" --as somebody\n")
        .toString();
  }

  private static List<Offer> offers(Tx tx, JsonNode body) {
    JsonNode list = body.path("card_list");
    if (list.isMissingNode() || list.isNull()) {
      throw Missing.field(body, "card_list", MISSING_FIELD);
    }
    if (!list.isArray()) {
      throw new Refusal(47001, "card_list is not a list");
    }
    if (list.isEmpty()) {
      throw new Refusal(44005, "card_list is empty");
    }
    List<Offer> offers = new ArrayList<>();
    for (JsonNode card : list) {
      String cardId =
          Input.text(card, "card_id")
              .orElseThrow(() -> new Refusal(41012, "a card of card_list has no card_id"));
      if (Input.text(card, "thumb_url").isEmpty()) {
        throw Missing.field(card, "thumb_url", MISSING_FIELD);
      }
      offers.add(OpenOffers.onPage(tx, cardId));
    }
    return offers;
  }
}
