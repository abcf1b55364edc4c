package io.github.wxcard.event;

/** When WeChat takes an answer to a push for an acceptance, and does not send the push again. */
public final class PushAcceptance {
  /** What a merchant's server answers, where it does not answer with an empty body. */
  public static final String SUCCESS = "success";

  private PushAcceptance() {}

  /** A status of 2xx, with {@code success} or nothing but blanks in the body. */
  public static boolean accepts(int status, String body) {
    String text = body.strip();
    return status / 100 == 2 && (text.isEmpty() || text.equals(SUCCESS));
  }
}
