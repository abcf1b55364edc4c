package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;

/** Where the API answers and where its events come from: both are this machine. */
public final class ServerIpList {
  private ServerIpList() {}

  /** {@code GET /cgi-bin/get_api_domain_ip} and {@code GET /cgi-bin/getcallbackip}. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    ObjectNode answer = Json.object();
    answer.putArray("ip_list").add("127.0.0.1");
    return answer;
  }
}
