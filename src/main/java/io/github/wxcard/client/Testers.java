package io.github.wxcard.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.List;

/** The users who may claim cards that are not approved: {@code POST /card/testwhitelist/set}. */
public final class Testers {
  private final ApiClient api;

  Testers(ApiClient api) {
    this.api = api;
  }

  /** Replaces the whole list, at most ten together; two empty lists clear it. */
  public void set(List<String> usernames, List<String> openids) {
    ObjectNode body = Json.object();
    openids.forEach(body.putArray("openid")::add);
    usernames.forEach(body.putArray("username")::add);
    api.call(ApiCall.post("/card/testwhitelist/set", body, Idempotency.IDEMPOTENT));
  }
}
