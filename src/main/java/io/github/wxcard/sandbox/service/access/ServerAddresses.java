package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.store.Tx;

/** Where the API answers and where its events come from: both are this machine. */
public final class ServerAddresses {
  private ServerAddresses() {}

  /** {@code GET /cgi-bin/get_api_domain_ip} and {@code GET /cgi-bin/getcallbackip}. */
  public static ObjectNode list(Tx tx, Input input) {
    ObjectNode answer = Json.object();
    answer.putArray("ip_list").add("127.0.0.1");
    return answer;
  }
}
