package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
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
record Call(
    String method,
    String path,
    Map<String, String> query,
    Payload body,
    Repeat repeat,
    boolean authorized,
    boolean looksAfterwards,
    UnaryOperator<Failure> uncertain) {

  static Call get(String path, Map<String, String> query) {
    return new Call("GET", path, query, null, Repeat.FREELY, true, false, UnaryOperator.identity());
  }

  static Call delete(String path) {
    UnaryOperator<Failure> same = UnaryOperator.identity();
    return new Call("DELETE", path, Map.of(), null, Repeat.FREELY, true, false, same);
  }

  static Call post(String path, JsonNode body, Repeat repeat) {
    return post(path, Payload.json(body), repeat);
  }

  static Call post(String path, Payload body, Repeat repeat) {
    return new Call("POST", path, Map.of(), body, repeat, true, false, UnaryOperator.identity());
  }

  Call with(Map<String, String> parameters) {
    return new Call(method, path, parameters, body, repeat, authorized, looksAfterwards, uncertain);
  }

  /** Without a token: token calls themselves, and a sandbox's own paths. */
  Call anonymous() {
    return new Call(method, path, query, body, repeat, false, looksAfterwards, uncertain);
  }

  Call whenUncertain(UnaryOperator<Failure> explain) {
    return new Call(method, path, query, body, repeat, authorized, looksAfterwards, explain);
  }

  Call leavingTimeToLook() {
    return new Call(method, path, query, body, repeat, authorized, true, uncertain);
  }

  /** What is said about it without secrets; a member called ticket may be one here alone. */
  String masked(SecretMask mask, String text) {
    return path.equals(Tickets.PATH) ? mask.textWithTickets(text) : mask.text(text);
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
