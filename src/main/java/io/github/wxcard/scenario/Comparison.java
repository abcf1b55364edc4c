package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.StreamSupport;

/**
 * How an actual value can stand to the one a file names; a value that is missing is null.
 *
 * @param word its name in a file
 * @param wanted what its operand must be, in words
 */
record Comparison(
    String word,
    String wanted,
    Predicate<JsonNode> operandFits,
    BiPredicate<JsonNode, JsonNode> test) {
  static final String EQUALS = "equals";
  static final String NOT = "not";
  static final String EXISTS = "exists";

  private static final List<Comparison> ALL =
      List.of(
          new Comparison(EQUALS, "any value", Comparison::any, Comparison::same),
          new Comparison(
              NOT, "any value", Comparison::any, (actual, operand) -> !same(actual, operand)),
          new Comparison(
              "matches",
              "a regular expression, as a text",
              Comparison::isPattern,
              Comparison::matches),
          new Comparison(
              EXISTS,
              "true or false",
              JsonNode::isBoolean,
              (actual, operand) -> (actual != null) == operand.asBoolean()),
          new Comparison(
              "size",
              "a whole number from 0",
              operand -> operand.isIntegralNumber() && operand.asInt() >= 0,
              (actual, operand) -> actual != null && sizeOf(actual) == operand.asInt()),
          new Comparison(
              "contains",
              "any value",
              Comparison::any,
              (actual, operand) -> actual != null && contains(actual, operand)),
          new Comparison(
              "oneOf",
              "a list",
              JsonNode::isArray,
              (actual, operand) -> anyOf(operand, choice -> same(actual, choice))),
          new Comparison(
              "atLeast",
              "a number",
              JsonNode::isNumber,
              (actual, operand) -> compare(actual, operand).filter(sign -> sign >= 0).isPresent()),
          new Comparison(
              "atMost",
              "a number",
              JsonNode::isNumber,
              (actual, operand) -> compare(actual, operand).filter(sign -> sign <= 0).isPresent()));

  static Optional<Comparison> of(String word) {
    return ALL.stream().filter(relation -> relation.word.equals(word)).findFirst();
  }

  /** The names in a file. */
  static List<String> words() {
    return ALL.stream().map(Comparison::word).toList();
  }

  /** Whether the operand is of the right kind; one that is filled later fits for now. */
  boolean takes(JsonNode operand) {
    return !References.in(operand).isEmpty() || operandFits.test(operand);
  }

  boolean holds(JsonNode actual, JsonNode operand) {
    return operandFits.test(operand) && test.test(actual, operand);
  }

  private static boolean any(JsonNode operand) {
    return true;
  }

  private static boolean matches(JsonNode actual, JsonNode operand) {
    return actual != null
        && actual.isValueNode()
        && Pattern.compile(operand.asText()).matcher(actual.asText()).find();
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
