package io.github.wxcard.client;

import io.github.wxcard.config.CachedValue;
import io.github.wxcard.config.TokenStore.Obtained;
import java.time.Instant;
import java.util.Map;

/** Tickets that signatures are made with: {@code GET /cgi-bin/ticket/getticket}. */
public final class Tickets {
  static final String PATH = "/cgi-bin/ticket/getticket";

  private final ApiClient api;

  /** A ticket to sign with: the card ticket, or the one for page config. */
  public record Ticket(String value, Instant expiresAt, boolean cached) {
    /** Without the value. */
    @Override
    public String toString() {
      return "Ticket[until " + expiresAt + "]";
    }
  }

  Tickets(ApiClient api) {
    this.api = api;
  }

  /** The card ticket ({@code type=wx_card}), from the cache while it is good. */
  public Ticket cardTicket() {
    return ticket("wx_card_ticket", "wx_card");
  }

  /** The page-config ticket ({@code type=jsapi}), from the cache while it is good. */
  public Ticket jsapiTicket() {
    return ticket("jsapi_ticket", "jsapi");
  }

  private Ticket ticket(String cacheName, String type) {
    Obtained obtained = api.stored(cacheName, stored -> true, () -> fetch(type));
    CachedValue value = obtained.value();
    return new Ticket(value.value(), value.expiresAt(), obtained.cached());
  }

  private CachedValue fetch(String type) {
    ApiResponse answer = api.call(ApiCall.get(PATH, Map.of("type", type)));
    return api.fetched(answer.text("ticket"), "", answer.tree().path("expires_in").asLong());
  }
}
