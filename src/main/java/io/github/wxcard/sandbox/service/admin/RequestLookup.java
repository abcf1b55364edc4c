package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import io.github.wxcard.text.QueryString;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the account asked, found again by the id at the end of a refusal; read from the journal. */
public final class RequestLookup {
  private static final int UNKNOWN = 76001;
  private static final int NO_ID = 76002;
  private static final long KEPT_SECONDS = 7L * 86_400;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");

  private RequestLookup() {}

  /** {@code POST /cgi-bin/openapi/rid/get} with {@code rid}. */
  public static ObjectNode get(Transaction tx, CallInput input) {
    String rid = input.need("rid", NO_ID);
    if (!ID.matcher(rid).matches()) {
      throw new ApiException(
          NO_ID, "rid is not three groups of eight hex digits; a hint cannot be looked up");
    }
    for (JsonNode entry : tx.journal().after(0)) {
      if (entry.path("rid").asText().equals(rid)) {
        long invoked = Instant.parse(entry.path("time").asText()).getEpochSecond();
        if (tx.now() - invoked > KEPT_SECONDS) {
          throw new ApiException(UNKNOWN, "the call was made more than seven days ago");
        }
        return Json.object().set("request", request(entry, invoked));
      }
    }
    throw new ApiException(UNKNOWN, "no call in the journal, which keeps 1,000, has this rid");
  }

  private static ObjectNode request(JsonNode entry, long invoked) {
    Map<String, String> query = new LinkedHashMap<>();
    entry
        .path("query")
        .properties()
        .forEach(each -> query.put(each.getKey(), each.getValue().asText()));
    return Json.object()
        .put("invoke_time", invoked)
        .put("cost_in_ms", Math.round(entry.path("ms").asDouble()))
        .put("request_url", QueryString.of(query))
        .put("request_body", entry.path("request").asText())
        .put("response_body", entry.path("answer").asText())
        .put("client_ip", entry.path("client_ip").asText());
  }
}
