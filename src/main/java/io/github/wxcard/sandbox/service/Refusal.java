package io.github.wxcard.sandbox.service;

/** A call the sandbox refuses: WeChat's error code, and why in words. */
public final class Refusal extends RuntimeException {
  private final int errcode;

  /**
   * @param reason which field and which rule, for a person; it is no part of the answer
   */
  public Refusal(int errcode, String reason) {
    // A refusal is an everyday answer, so it carries no stack trace.
    super(reason, null, false, false);
    this.errcode = errcode;
  }

  /** The number of the answer's {@code errcode}. */
  public int errcode() {
    return errcode;
  }
}
