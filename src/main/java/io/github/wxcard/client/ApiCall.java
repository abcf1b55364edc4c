package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.text.SecretMask;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One request as the API's rules see it.
 *
 * @param body null for GET
 * @param authorized whether it carries the access token
 * @param looksAfterwards whether time must be left for a look after a lost answer
 * @param uncertain what to add to the failure when nobody knows whether the request was carried out
 */
record ApiCall(
    String method,
    String path,
    Map<String, String> query,
    RequestPayload body,
    Idempotency idempotency,
    boolean authorized,
    boolean looksAfterwards,
    UnaryOperator<Failure> uncertain) {

  static ApiCall get(String path, Map<String, String> query) {
    return call("GET", path, query, null, Idempotency.IDEMPOTENT);
  }

  static ApiCall delete(String path) {
    return call("DELETE", path, Map.of(), null, Idempotency.IDEMPOTENT);
  }

  static ApiCall post(String path, JsonNode body, Idempotency idempotency) {
    return post(path, RequestPayload.json(body), idempotency);
  }

  static ApiCall post(String path, RequestPayload body, Idempotency idempotency) {
    return call("POST", path, Map.of(), body, idempotency);
  }

  private static ApiCall call(
      String method,
      String path,
      Map<String, String> query,
      RequestPayload body,
      Idempotency idempotency) {
    return new ApiCall(
        method, path, query, body, idempotency, true, false, UnaryOperator.identity());
  }

  ApiCall with(Map<String, String> parameters) {
    return new ApiCall(
        method, path, parameters, body, idempotency, authorized, looksAfterwards, uncertain);
  }

  /** Without a token: token calls themselves, and a sandbox's own paths. */
  ApiCall anonymous() {
    return new ApiCall(method, path, query, body, idempotency, false, looksAfterwards, uncertain);
  }

  ApiCall whenUncertain(UnaryOperator<Failure> explain) {
    return new ApiCall(
        method, path, query, body, idempotency, authorized, looksAfterwards, explain);
  }

  /**
   * @param how what a person can do to find out whether it was carried out
   */
  ApiCall look(String how) {
    return whenUncertain(failure -> failure.fix(how).retryable(false));
  }

  ApiCall leavingTimeToLook() {
    return new ApiCall(method, path, query, body, idempotency, authorized, true, uncertain);
  }

  /** What is said about it without secrets; a member called ticket may be one here alone. */
  String masked(SecretMask mask, String text) {
    return path.equals(Tokens.TICKET_PATH) ? mask.textWithTickets(text) : mask.text(text);
  }

  /** As a dry run or a trace shows it. */
  RecordedRequest recorded(SecretMask mask, URI address) {
    Optional<JsonNode> shown =
        Optional.ofNullable(body).map(payload -> MaskedJson.of(payload.shown(), mask));
    return new RecordedRequest(method, mask.text(address.toString()), shown);
  }

  /** Whether it leaves everything as it was. */
  boolean reads() {
    return method.equals("GET") || KnownCalls.reads(path);
  }

  /** How a person would name it; never with the query, which holds the token. */
  String name() {
    return method + " " + path;
  }
}
