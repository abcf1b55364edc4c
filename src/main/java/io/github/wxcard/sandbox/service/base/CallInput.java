package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import io.github.wxcard.text.SpellingSuggestion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What a caller sent. A {@code null} counts as an absent key, digits in quotes as a number. */
public final class CallInput {
  /** More digits than any field has; what is longer is not worth the conversion. */
  private static final String DIGITS = "-?[0-9]{1,40}";

  private final Map<String, String> query;
  private final Supplier<JsonNode> body;
  private final Supplier<byte[]> upload;
  private final boolean trusted;

  /** As {@link #CallInput(Map, Supplier, Supplier, boolean)}, of somebody who shows no token. */
  public CallInput(Map<String, String> query, Supplier<JsonNode> body, Supplier<byte[]> upload) {
    this(query, body, upload, false);
  }

  /**
   * @param query the decoded parameters of the address
   * @param body the JSON object of the body, or the refusal that it earned
   * @param upload the file of the form, or the refusal that it earned
   * @param trusted whether the caller shows the sandbox's token
   */
  public CallInput(
      Map<String, String> query,
      Supplier<JsonNode> body,
      Supplier<byte[]> upload,
      boolean trusted) {
    this.query = query;
    this.body = body;
    this.upload = upload;
    this.trusted = trusted;
  }

  public boolean trusted() {
    return trusted;
  }

  /** A parameter of the address; an empty one counts as absent. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** The same with another body. */
  public CallInput withBody(JsonNode other) {
    return new CallInput(query, () -> other, upload, trusted);
  }

  public JsonNode body() {
    return body.get();
  }

  public byte[] upload() {
    return upload.get();
  }

  /** A text of the body; an empty one counts as absent. */
  public Optional<String> text(String name) {
    return text(body(), name);
  }

  /** A text that the call cannot do without. */
  public String need(String name, int errcode) {
    return need(body(), name, errcode);
  }

  /** The same of an object below the body. */
  public static String need(JsonNode object, String name, int errcode) {
    return text(object, name).orElseThrow(() -> missing(object, name, errcode));
  }

  /** A whole number of the body; empty for an absent one. */
  public OptionalLong number(String name, int errcode) {
    return number(body(), name, errcode);
  }

  /**
   * A whole number of an object below the body; empty for an absent one. JSON knows one kind of
   * number, and clients that keep amounts as doubles write 500.0.
   */
  public static OptionalLong number(JsonNode object, String name, int errcode) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return OptionalLong.empty();
    }
    JsonNode number = whole(value);
    if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
      throw new ApiException(errcode, name + " is not a whole number").at("/" + name);
    }
    return OptionalLong.of(number.longValue());
  }

  /** A number that the call cannot do without. */
  public static long needNumber(JsonNode object, String name, int wrong, int missing) {
    return number(object, name, wrong).orElseThrow(() -> missing(object, name, missing));
  }

  public boolean flag(String name, boolean absent) {
    return flag(body(), name, absent);
  }

  /** A boolean that the call cannot do without. */
  public boolean needFlag(String name, int errcode) {
    if (!body().hasNonNull(name)) {
      throw missing(body(), name, errcode);
    }
    return flag(name, false);
  }

  /** A list that the call cannot do without, of at least one element. */
  public JsonNode needList(String name, int errcode) {
    JsonNode list = body().path(name);
    if (!body().hasNonNull(name)) {
      throw missing(body(), name, errcode);
    }
    if (!list.isArray()) {
      throw new ApiException(47001, name + " is not a list");
    }
    if (list.isEmpty()) {
      throw new ApiException(44005, name + " is empty");
    }
    return list;
  }

  /** A list of texts; an absent one is empty. */
  public List<String> texts(String name, int errcode) {
    JsonNode list = body().path(name);
    if (list.isMissingNode() || list.isNull()) {
      return List.of();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list) {
      if (!element.isTextual() || element.textValue().isEmpty()) {
        throw new ApiException(errcode, name + " holds something that is not a text");
      }
      texts.add(element.textValue());
    }
    if (!list.isArray()) {
      throw new ApiException(errcode, name + " is not a list");
    }
    return texts;
  }

  /** A boolean of an object below the body. */
  public static boolean flag(JsonNode object, String name, boolean absent) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return absent;
    }
    if (!value.isBoolean()) {
      throw new ApiException(47001, name + " is not true or false").at("/" + name);
    }
    return value.booleanValue();
  }

  /** A text of an object below the body; an empty one counts as absent. */
  public static Optional<String> text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new ApiException(47001, name + " is not a text").at("/" + name);
    }
    return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
  }

  /**
   * The whole number that was meant by digits in quotes, or by one that ends in .0 because its
   * language knows one kind of number; anything else as it is.
   */
  public static JsonNode whole(JsonNode value) {
    if (value.isTextual() && value.textValue().matches(DIGITS)) {
      return node(new BigInteger(value.textValue()));
    }
    boolean ending = value.isNumber() && !value.isIntegralNumber();
    // An exponent of millions would fill the memory as a whole number.
    boolean small = ending && Math.abs(value.doubleValue()) < 1e18;
    return small && value.canConvertToExactIntegral() ? node(value.bigIntegerValue()) : value;
  }

  private static JsonNode node(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return IntNode.valueOf(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? LongNode.valueOf(number.longValue())
        : BigIntegerNode.valueOf(number);
  }

  /** The refusal for a field that is not there; a key that looks like it was probably meant. */
  public static ApiException missing(JsonNode object, String name, int errcode) {
    return new ApiException(errcode, missingReason(object, name)).at("/" + name);
  }

  public static String missingReason(JsonNode object, String name) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    keys.remove(name);
    return SpellingSuggestion.nearest(name, keys)
        .map(key -> name + " is missing; was '" + key + "' meant to be it?")
        .orElse(name + " is missing");
  }
}
