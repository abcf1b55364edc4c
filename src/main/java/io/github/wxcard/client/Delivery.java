package io.github.wxcard.client;

/**
 * What became of a message that was sent to a merchant's server.
 *
 * @param status of HTTP; 0 when no answer came
 * @param ms how long it took
 * @param answer the answer's text
 * @param error why no answer came; empty when one did
 */
public record Delivery(int status, long ms, String answer, String error) {
  static Delivery without(String error, long ms) {
    return new Delivery(0, ms, "", error);
  }

  /** Whether an answer came, whatever it says. */
  public boolean answered() {
    return status != 0;
  }

  /** Whether WeChat would not send it again: success or nothing at all, and no error. */
  public boolean accepted() {
    String said = answer.strip();
    return status / 100 == 2 && (said.isEmpty() || said.equals("success"));
  }
}
