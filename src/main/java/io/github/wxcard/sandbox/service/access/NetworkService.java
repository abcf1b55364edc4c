package io.github.wxcard.sandbox.service.access;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Where the API answers and where its events come from: both are this machine. And the address that
 * events go to, looked up and pinged: nothing is sent anywhere, the answers are made of the address
 * itself, and for one host they are always the same.
 */
public final class NetworkService {
  private static final Set<String> ACTIONS = Set.of("all", "dns", "ping");
  private static final Set<String> OPERATORS = Set.of("CHINANET", "UNICOM", "CAP", "DEFAULT");
  private static final String BY_ADDRESS = "DEFAULT";

  private static final int BAD_URL = 40201;
  private static final int BAD_ACTION = 40202;
  private static final int BAD_OPERATOR = 40203;

  private NetworkService() {}

  /** {@code GET /cgi-bin/get_api_domain_ip} and {@code GET /cgi-bin/getcallbackip}. */
  public static ObjectNode addresses(Transaction tx, CallInput input) {
    ObjectNode answer = Json.object();
    answer.putArray("ip_list").add("127.0.0.1");
    return answer;
  }

  /** {@code POST /cgi-bin/callback/check}: {@code dns} and {@code ping}, or the one asked for. */
  public static ObjectNode check(Transaction tx, CallInput input) {
    String action = input.text("action").orElse("");
    if (!ACTIONS.contains(action)) {
      throw new ApiException(BAD_ACTION, "action is none of all, dns and ping");
    }
    String operator = input.text("check_operator").orElse(BY_ADDRESS);
    if (!OPERATORS.contains(operator)) {
      throw new ApiException(BAD_OPERATOR, "check_operator " + operator + " is not known");
    }
    String host = host(tx);
    String through = operator.equals(BY_ADDRESS) ? "CAP" : operator;
    ObjectNode answer = Json.object();
    if (!action.equals("ping")) {
      dns(answer.putArray("dns"), host, through);
    }
    if (!action.equals("dns")) {
      ping(answer.putArray("ping"), host, through);
    }
    return answer;
  }

  private static String host(Transaction tx) {
    String url = tx.sandboxSettings().callback().map(set -> set.path("url").asText()).orElse("");
    try {
      return Optional.ofNullable(URI.create(url).getHost())
          .orElseThrow(() -> new ApiException(BAD_URL, "no callback is set"));
    } catch (IllegalArgumentException e) {
      throw new ApiException(BAD_URL, "the callback's url cannot be read: " + e.getMessage());
    }
  }

  private static void dns(ArrayNode list, String host, String operator) {
    list.addObject().put("ip", address(host)).put("real_operator", operator);
  }

  private static void ping(ArrayNode list, String host, String operator) {
    int micros = 1000 + Math.floorMod(host.hashCode(), 40_000);
    ObjectNode ping = list.addObject();
    ping.put("ip", address(host));
    ping.put("from_operator", operator);
    ping.put("package_loss", "0%");
    ping.put("time", "%d.%03dms".formatted(micros / 1000, micros % 1000));
  }

  /** A name gets an address of the block that is kept for examples, so that it is nobody's. */
  private static String address(String host) {
    if (host.equals("localhost")) {
      return "127.0.0.1";
    }
    boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
    return literal
        ? host.replaceAll("[\\[\\]]", "")
        : "203.0.113." + (1 + Math.floorMod(host.hashCode(), 254));
  }
}
