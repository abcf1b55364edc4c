package io.github.wxcard.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.Samples;
import io.github.wxcard.json.Json;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the codes of one card are handed out and redeemed; the sandbox behind it may change. */
public final class Till {
  private static final String QR =
      "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {\"card_id\": \"%s\"}}}";

  private final AtomicInteger users = new AtomicInteger();
  private final String token;
  private final String ticket;
  private volatile Served served;

  /** A till with a card and a token of its own. */
  public Till(Served served) {
    this.served = served;
    JsonNode answer =
        served.done(
            "/cgi-bin/stable_token",
            """
            {"grant_type": "client_credential", "appid": "wx5a4db0c0000c0de1",
             "secret": "0123456789abcdef0123456789abcdef"}
            """);
    token = "?access_token=" + answer.path("access_token").asText();
    String card = Json.write(Samples.changed("groupon.json", "/base_info/sku/quantity=100000"));
    String cardId = served.done("/card/create" + token, card).path("card_id").asText();
    served.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    ticket =
        served.done("/card/qrcode/create" + token, QR.formatted(cardId)).path("ticket").asText();
  }

  /** From now on somebody else answers. */
  public void askInstead(Served another) {
    served = another;
  }

  /** Another user claims the card. */
  public Reply claim() {
    String body = "{\"ticket\": \"%s\", \"username\": \"user%d\"}";
    return served.post("/sandbox/scan", body.formatted(ticket, users.incrementAndGet()));
  }

  public Reply redeem(String code) {
    return served.post("/card/code/consume" + token, "{\"code\": \"" + code + "\"}");
  }

  String status(String code) {
    String body = "{\"code\": \"" + code + "\", \"check_consume\": false}";
    return served.done("/card/code/get" + token, body).path("user_card_status").asText();
  }
}
