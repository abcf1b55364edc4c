package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Calls of any kind, as somebody wrote them, with the token added. A lost answer is asked for again
 * only where that is known to be harmless.
 */
public final class RawCalls {
  /** Where the picture of a QR ticket is: on another host than the API, for everybody to see. */
  static final String PICTURE_PATH = "/cgi-bin/showqrcode";

  private final ApiClient api;

  RawCalls(ApiClient api) {
    this.api = api;
  }

  /** {@code GET path?query}. */
  public RawApiResponse get(String path, Map<String, String> query) {
    ApiCall call = ApiCall.get(path, query);
    return api.raw(path.equals(PICTURE_PATH) ? call.anonymous() : call);
  }

  /**
   * {@code POST path?query} with a JSON body.
   *
   * @param body null sends none
   */
  public RawApiResponse post(String path, Map<String, String> query, JsonNode body) {
    return post(path, query, body == null ? null : RequestPayload.json(body));
  }

  /** {@code POST path?query} with one file in a form. */
  public RawApiResponse upload(
      String path, Map<String, String> query, String field, String fileName, byte[] content) {
    return post(path, query, RequestPayload.file(field, fileName, content));
  }

  private RawApiResponse post(String path, Map<String, String> query, RequestPayload payload) {
    if (KnownCalls.reads(path)) {
      return api.raw(ApiCall.post(path, payload, Idempotency.IDEMPOTENT).with(query));
    }
    return api.raw(
        ApiCall.post(path, payload, Idempotency.NOT_IDEMPOTENT)
            .with(query)
            .look("Look at the state with a call that reads before you send it again."));
  }
}
