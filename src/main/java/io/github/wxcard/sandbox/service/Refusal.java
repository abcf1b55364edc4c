package io.github.wxcard.sandbox.service;

/** A call the sandbox refuses: WeChat's error code, and why in words. */
public final class Refusal extends RuntimeException {
  /** Reasons quote what callers sent, which may be megabytes. */
  private static final int LONGEST = 500;

  private final int errcode;

  /**
   * @param reason which field and which rule, for a person; it is no part of the answer
   */
  public Refusal(int errcode, String reason) {
    // A refusal is an everyday answer, so it carries no stack trace.
    super(brief(reason), null, false, false);
    this.errcode = errcode;
  }

  /** The number of the answer's {@code errcode}. */
  public int errcode() {
    return errcode;
  }

  /** In one line: journals and terminals show it. */
  private static String brief(String reason) {
    String start = reason.length() <= LONGEST ? reason : reason.substring(0, LONGEST) + "…";
    return start.replaceAll("\\p{Cc}", " ");
  }
}
