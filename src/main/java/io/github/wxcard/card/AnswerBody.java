package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;

/** Answers that hold no card: those of {@code /card/create}, of errors, and the like. */
final class AnswerBody {
  private AnswerBody() {}

  static boolean fits(JsonNode tree) {
    return tree.has("errcode") && !CardBody.of(tree).inner().isObject();
  }
}
