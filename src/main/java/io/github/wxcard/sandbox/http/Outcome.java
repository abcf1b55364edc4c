package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.Strike;

/**
 * How a request ended.
 *
 * @param refusal why it was refused; null when it was not
 * @param remark what the journal says beside that; empty for nothing
 */
record Outcome(Answer answer, Refusal refusal, String remark) {
  static Outcome done(Answer answer) {
    return new Outcome(answer, null, "");
  }

  static Outcome refused(Answer answer, Refusal refusal) {
    return new Outcome(answer, refusal, "");
  }

  static Outcome struck(Answer answer, String remark) {
    return new Outcome(answer, null, remark);
  }

  Outcome befallenBy(Strike strike) {
    String told = remark.isEmpty() && strike.fault() > 0 ? "fault " + strike.fault() : remark;
    return new Outcome(answer.befallenBy(strike), refusal, told);
  }
}
