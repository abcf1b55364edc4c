package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/** How an actual value can stand to the one a file names; a value that is missing is null. */
enum Relation {
  EQUALS("equals", operand -> true, "any value", Relation::same),
  NOT("not", operand -> true, "any value", (actual, operand) -> !same(actual, operand)),
  MATCHES(
      "matches",
      Relation::isPattern,
      "a regular expression, as a text",
      (actual, operand) ->
          actual != null
              && actual.isValueNode()
              && Pattern.compile(operand.asText()).matcher(actual.asText()).find()),
  EXISTS(
      "exists",
      JsonNode::isBoolean,
      "true or false",
      (actual, operand) -> (actual != null) == operand.asBoolean()),
  SIZE(
      "size",
      operand -> operand.isIntegralNumber() && operand.asInt() >= 0,
      "a whole number from 0",
      (actual, operand) -> actual != null && sizeOf(actual) == operand.asInt()),
  CONTAINS(
      "contains",
      operand -> true,
      "any value",
      (actual, operand) -> actual != null && contains(actual, operand)),
  ONE_OF(
      "oneOf",
      JsonNode::isArray,
      "a list",
      (actual, operand) -> anyOf(operand, choice -> same(actual, choice))),
  AT_LEAST(
      "atLeast",
      JsonNode::isNumber,
      "a number",
      (actual, operand) -> compare(actual, operand).filter(sign -> sign >= 0).isPresent()),
  AT_MOST(
      "atMost",
      JsonNode::isNumber,
      "a number",
      (actual, operand) -> compare(actual, operand).filter(sign -> sign <= 0).isPresent());

  private final String word;
  private final Predicate<JsonNode> operandFits;
  private final String wanted;
  private final BiPredicate<JsonNode, JsonNode> test;

  Relation(
      String word,
      Predicate<JsonNode> operandFits,
      String wanted,
      BiPredicate<JsonNode, JsonNode> test) {
    this.word = word;
    this.operandFits = operandFits;
    this.wanted = wanted;
    this.test = test;
  }

  static Optional<Relation> of(String word) {
    return Arrays.stream(values()).filter(relation -> relation.word.equals(word)).findFirst();
  }

  /** The names in a file. */
  static List<String> words() {
    return Arrays.stream(values()).map(Relation::word).toList();
  }

  String word() {
    return word;
  }

  /** What the operand must be. */
  String wanted() {
    return wanted;
  }

  /** Whether the operand is of the right kind; one that is filled later fits for now. */
  boolean takes(JsonNode operand) {
    return !References.in(operand).isEmpty() || operandFits.test(operand);
  }

  boolean holds(JsonNode actual, JsonNode operand) {
    return operandFits.test(operand) && test.test(actual, operand);
  }

  private static boolean same(JsonNode one, JsonNode other) {
    if (one == null || !one.isNumber() || !other.isNumber()) {
      return other.equals(one);
    }
    return one.decimalValue().compareTo(other.decimalValue()) == 0;
  }

  private static boolean contains(JsonNode whole, JsonNode part) {
    return whole.isContainerNode()
        ? anyOf(whole, element -> same(element, part))
        : whole.asText().contains(part.asText());
  }

  private static boolean anyOf(JsonNode list, Predicate<JsonNode> wanted) {
    return StreamSupport.stream(list.spliterator(), false).anyMatch(wanted);
  }

  private static int sizeOf(JsonNode value) {
    return value.isTextual() ? value.textValue().length() : value.size();
  }

  private static Optional<Integer> compare(JsonNode actual, JsonNode operand) {
    return Optional.ofNullable(actual)
        .filter(JsonNode::isNumber)
        .map(JsonNode::decimalValue)
        .map((BigDecimal number) -> number.compareTo(operand.decimalValue()));
  }

  private static boolean isPattern(JsonNode operand) {
    try {
      return operand.isTextual() && Pattern.compile(operand.textValue()) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
