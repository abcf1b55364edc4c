package io.github.wxcard.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A call and what may be wrong about it. */
record ExchangeVariants(String method, String target, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 5;
  private static final String NO_TOKEN = "";

  /** What is sent; {@code body} is null when there is none. */
  record Call(String method, String target, String body) {}

  static Call call(String text) {
    String[] words = text.split(" ", 3);
    return new Call(words[0], words[1], words.length > 2 ? words[2] : null);
  }

  static ExchangeVariants of(Call call) {
    return new ExchangeVariants(call.method(), call.target(), call.body());
  }

  private boolean isControls() {
    return target.startsWith("/sandbox/");
  }

  /** The call itself, with a token where WeChat wants one. */
  Call whole(String token) {
    return call(method, token, body);
  }

  /**
   * The call with one thing wrong about it, by names that say which.
   *
   * @param optional the fields whose absence is no mistake; they are left out in {@link #lacking}
   */
  Map<String, Call> broken(String token, boolean needsToken, List<String> optional) {
    Map<String, Call> calls = new LinkedHashMap<>();
    if (needsToken && !isControls()) {
      calls.put("without a token", call(method, NO_TOKEN, body));
      calls.put("with a wrong token", call(method, "wrong", body));
    }
    if (method.equals("POST")) {
      calls.put("by GET", call("GET", token, null));
      calls.put("without a body", call(method, token, ""));
      calls.put("with half a body", call(method, token, "{"));
      calls.put("with a list as its body", call(method, token, "[]"));
      fields(read(), "", pointer -> change(calls, token, pointer, optional));
    } else {
      calls.put("by POST", call("POST", token, "{}"));
      parameters(calls, token);
    }
    return calls;
  }

  /** The call without each of some fields. */
  Map<String, Call> lacking(String token, List<String> fields) {
    Map<String, Call> calls = new LinkedHashMap<>();
    for (String field : fields) {
      calls.put("without " + field, call(method, token, without(field)));
      calls.put("with null for " + field, call(method, token, with(field, JSON.nullNode())));
    }
    return calls;
  }

  private void change(Map<String, Call> calls, String token, String field, List<String> optional) {
    JsonNode value = read().at("/" + field);
    if (!optional.contains(field)) {
      calls.put("without " + field, call(method, token, without(field)));
      calls.put("with null for " + field, call(method, token, with(field, JSON.nullNode())));
    }
    calls.put("with another type of " + field, call(method, token, with(field, other(value))));
    if (value.isTextual()) {
      calls.put("with an empty " + field, call(method, token, with(field, text(""))));
    } else if (value.isNumber()) {
      calls.put("with -1 for " + field, call(method, token, with(field, number(-1))));
    }
  }

  private void parameters(Map<String, Call> calls, String token) {
    int mark = target.indexOf('?');
    for (String parameter : mark < 0 ? new String[0] : target.substring(mark + 1).split("&")) {
      String name = parameter.substring(0, parameter.indexOf('='));
      String rest = target.replace(parameter, "").replace("&&", "&").replace("?&", "?");
      calls.put("without " + name, new ExchangeVariants(method, rest, null).whole(token));
      String empty = target.replace(parameter, name + "=");
      calls.put("with an empty " + name, new ExchangeVariants(method, empty, null).whole(token));
    }
  }

  private Call call(String verb, String token, String content) {
    boolean bare = token.equals(NO_TOKEN) || isControls();
    String mark = target.contains("?") ? "&" : "?";
    return new Call(verb, bare ? target : target + mark + "access_token=" + token, content);
  }

  private static void fields(ObjectNode tree, String prefix, Consumer<String> told) {
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      String pointer = prefix + field.getKey();
      told.accept(pointer);
      if (field.getValue() instanceof ObjectNode child && pointer.split("/").length < DEEPEST) {
        fields(child, pointer + "/", told);
      }
    }
  }

  private String without(String field) {
    return changed(field, (parent, name) -> parent.remove(name));
  }

  private String with(String field, JsonNode value) {
    return changed(field, (parent, name) -> parent.set(name, value));
  }

  private String changed(String field, BiConsumer<ObjectNode, String> change) {
    ObjectNode tree = read();
    int slash = field.lastIndexOf('/');
    ObjectNode parent = slash < 0 ? tree : (ObjectNode) tree.at("/" + field.substring(0, slash));
    change.accept(parent, field.substring(slash + 1));
    return tree.toString();
  }

  private static JsonNode other(JsonNode value) {
    if (value.isTextual()) {
      return number(7);
    }
    return value instanceof ArrayNode ? JSON.createObjectNode().put("a", 1) : text("seven");
  }

  private static JsonNode text(String text) {
    return JSON.getNodeFactory().textNode(text);
  }

  private static JsonNode number(int number) {
    return JSON.getNodeFactory().numberNode(number);
  }

  private ObjectNode read() {
    try {
      return (ObjectNode) JSON.readTree(body == null || body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(target + " " + body, e);
    }
  }
}
