package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.Optional;

/**
 * One line of an input that is neither blank nor a comment.
 *
 * @param number counts every line of the input, from 1
 * @param code null when the line cannot be read at all
 * @param cardId null when neither the line nor the command names a card
 * @param flaw why the line cannot be used
 */
public record InputLine(int number, String code, String cardId, Optional<Failure> flaw) {
  /** A line that says what to do. */
  public static InputLine of(int number, String code, String cardId) {
    return new InputLine(number, code, cardId, Optional.empty());
  }

  /**
   * A line that is to be corrected.
   *
   * @param code as far as it can be told, or null
   */
  static InputLine flawed(int number, String code, String why) {
    return flawed(
        number, code, Failure.of(FailureKind.INPUT, why, "Correct the line, or leave it out."));
  }

  static InputLine flawed(int number, String code, Failure flaw) {
    return new InputLine(number, code, null, Optional.of(flaw));
  }

  /** The beginning of the line's result: {@code {"line","code","ok"}}. */
  ObjectNode row(boolean ok) {
    return Json.object().put("line", number).put("code", code).put("ok", ok);
  }

  /** What a row begins with when it is done; what was not told is null. */
  ObjectNode done(String whichCard, String openid) {
    return row(true).put("card_id", whichCard).put("openid", openid);
  }
}
