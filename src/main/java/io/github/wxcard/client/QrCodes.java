package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.OptionalLong;

/** QR codes that hand out cards: {@code POST /card/qrcode/create}. */
public final class QrCodes {
  /** Where the picture of a ticket is: on another host than the API, and for everybody to see. */
  static final String PICTURE_PATH = "/cgi-bin/showqrcode";

  private final ApiClient api;

  /**
   * One card to be handed out by QR code; null leaves a part out.
   *
   * @param code for cards with merchant codes
   * @param openid for cards bound to one user
   * @param expireSeconds 60 to 1800; null lasts as long as WeChat keeps it
   * @param unique pins one code, and the QR code dies with its first claim
   * @param outerStr comes back in the claim event
   */
  public record QrRequest(
      String cardId,
      String code,
      String openid,
      Integer expireSeconds,
      boolean unique,
      String outerStr) {}

  /** One of several cards behind one QR code; null leaves code or outerStr out. */
  public record QrCard(String cardId, String code, String outerStr) {}

  /**
   * A created QR code.
   *
   * @param url what the code encodes
   * @param showQrcodeUrl where WeChat shows it as an image
   * @param expireSeconds empty where the answer does not tell
   */
  public record QrCode(
      String ticket, String url, String showQrcodeUrl, OptionalLong expireSeconds) {}

  QrCodes(ApiClient api) {
    this.api = api;
  }

  /** A code for one card. */
  public QrCode single(QrRequest request) {
    ObjectNode body = Json.object().put("action_name", "QR_CARD");
    if (request.expireSeconds() != null) {
      body.put("expire_seconds", request.expireSeconds());
    }
    ObjectNode card = body.putObject("action_info").putObject("card");
    put(card, "card_id", request.cardId());
    put(card, "code", request.code());
    put(card, "openid", request.openid());
    if (request.unique()) {
      card.put("is_unique_code", true);
    }
    put(card, "outer_str", request.outerStr());
    // A unique code is taken out of the stock for good, so a lost answer must not take two.
    return create(
        request.unique()
            ? call(body, Idempotency.NOT_IDEMPOTENT)
                .whenUncertain(failure -> look(failure, request.cardId()))
            : call(body, Idempotency.IDEMPOTENT));
  }

  /**
   * One code for several cards.
   *
   * @param expireSeconds null leaves it out
   */
  public QrCode multiple(List<QrCard> cards, Integer expireSeconds) {
    ArrayNode list = Json.array();
    for (QrCard card : cards) {
      ObjectNode entry = list.addObject();
      put(entry, "card_id", card.cardId());
      put(entry, "code", card.code());
      put(entry, "outer_str", card.outerStr());
    }
    return multiple(list, expireSeconds);
  }

  /** The same for a {@code card_list} as it is sent. */
  public QrCode multiple(ArrayNode cardList, Integer expireSeconds) {
    ObjectNode body = Json.object().put("action_name", "QR_MULTIPLE_CARD");
    if (expireSeconds != null) {
      body.put("expire_seconds", expireSeconds);
    }
    body.putObject("action_info").putObject("multiple_card").set("card_list", cardList);
    return create(call(body, Idempotency.IDEMPOTENT));
  }

  private static ApiCall call(JsonNode body, Idempotency idempotency) {
    return ApiCall.post("/card/qrcode/create", body, idempotency);
  }

  private static Failure look(Failure failure, String cardId) {
    return failure
        .fix(
            "A code may have been taken out of the stock, and another try takes another one. Look"
                + " at the stock first: `wxcard card get "
                + cardId
                + "`.")
        .retryable(false);
  }

  private QrCode create(ApiCall call) {
    ApiResponse answer = api.call(call);
    JsonNode expiry = answer.tree().path("expire_seconds");
    return new QrCode(
        answer.text("ticket"),
        answer.text("url"),
        answer.tree().path("show_qrcode_url").asText("").strip(),
        expiry.isMissingNode() ? OptionalLong.empty() : OptionalLong.of(expiry.asLong()));
  }

  private static void put(ObjectNode object, String key, String value) {
    if (value != null) {
      object.put(key, value);
    }
  }
}
