package io.github.wxcard.sandbox.service.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.math.BigInteger;

/** Numbers as callers write them. */
public final class LenientNumber {
  /** More digits than any field has; what is longer is not worth the conversion. */
  private static final String DIGITS = "-?[0-9]{1,40}";

  private LenientNumber() {}

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
}
