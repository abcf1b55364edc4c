package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Calls of any kind, as somebody wrote them, with the token added. A lost answer is asked for again
 * only where that is known to be harmless.
 */
public final class RawCalls {
  private final ApiClient api;

  RawCalls(ApiClient api) {
    this.api = api;
  }

  /** {@code GET path?query}. */
  public RawApiResponse get(String path, Map<String, String> query) {
    ApiCall call = ApiCall.get(path, query);
    return api.raw(path.equals(QrCodes.PICTURE_PATH) ? call.anonymous() : call);
  }

  /**
   * {@code POST path?query} with a JSON body.
   *
   * @param body null sends none
   */
  public RawApiResponse post(String path, Map<String, String> query, JsonNode body) {
    return api.raw(post(path, query, body == null ? null : RequestPayload.json(body)));
  }

  /** {@code POST path?query} with one file in a form. */
  public RawApiResponse upload(
      String path, Map<String, String> query, String field, String fileName, byte[] content) {
    return api.raw(post(path, query, MultipartBody.file(field, fileName, content)));
  }

  private static ApiCall post(String path, Map<String, String> query, RequestPayload payload) {
    Idempotency idempotency =
        KnownCalls.reads(path) ? Idempotency.IDEMPOTENT : Idempotency.NOT_IDEMPOTENT;
    UnaryOperator<Failure> explain =
        idempotency == Idempotency.IDEMPOTENT ? UnaryOperator.identity() : RawCalls::nobodyKnows;
    return new ApiCall("POST", path, query, payload, idempotency, true, false, explain);
  }

  private static Failure nobodyKnows(Failure failure) {
    return failure
        .retryable(false)
        .fix("Look at the state with a call that reads before you send it again.");
  }
}
