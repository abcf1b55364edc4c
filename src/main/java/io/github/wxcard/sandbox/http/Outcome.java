package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.Strike;
import java.util.Optional;

/**
 * How a request ended.
 *
 * @param refusal why it was refused; null when it was not
 * @param trace by which the refusal is found again
 * @param remark what the journal says beside that; empty for nothing
 */
record Outcome(Answer answer, Refusal refusal, Optional<TraceId> trace, String remark) {
  static Outcome done(Answer answer) {
    return new Outcome(answer, null, Optional.empty(), "");
  }

  /** A refusal at the door, before it was looked at what is asked for. */
  static Outcome refused(Answer answer, Refusal refusal) {
    return new Outcome(answer, refusal, Optional.empty(), "");
  }

  static Outcome refused(Answer answer, Refusal refusal, TraceId trace) {
    return new Outcome(answer, refusal, Optional.of(trace), "");
  }

  static Outcome struck(Answer answer, String remark) {
    return new Outcome(answer, null, Optional.empty(), remark);
  }

  /** What the caller gets: a refusal, or a fault that shows, says why. */
  Answer explained() {
    if (refusal != null) {
      return answer.because(JournalEntry.MASK.text(refusal.getMessage()));
    }
    return answer.status() >= 400 && !remark.isEmpty() ? answer.because(remark) : answer;
  }

  Outcome befallenBy(Strike strike) {
    String told = remark.isEmpty() && strike.fault() > 0 ? "fault " + strike.fault() : remark;
    return new Outcome(answer.befallenBy(strike), refusal, trace, told);
  }
}
