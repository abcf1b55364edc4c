package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.wxcard.batch.Tally;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.Optional;

/**
 * Why a batch is not as good as done.
 *
 * @param goingOn how to go on after a stop; empty when nothing is remembered
 * @param countsToo whether the failure is the only one to tell the counts
 */
record BatchEnding(String goingOn, boolean countsToo) {

  static String summary(Tally tally) {
    return "done %d, failed %d, repeated %d, already done %d"
            .formatted(tally.done(), tally.failed(), tally.repeated(), tally.already())
        + (tally.recovered() > 0 ? ", recovered " + tally.recovered() : "")
        + (tally.notSent() > 0 ? ", not sent " + tally.notSent() : "");
  }

  /**
   * Empty when every code is done and told.
   *
   * @param untold why a result could not be shown as it was asked for
   */
  Optional<Failure> of(Tally tally, Optional<Failure> stopped, Optional<Failure> untold) {
    boolean allTold = stopped.filter(why -> why.kind() == Kind.PARTIAL).isEmpty();
    if (stopped.isPresent() && (allTold || tally.notSent() > 0)) {
      return Optional.of(stopped(stopped.get(), tally));
    }
    if (untold.isPresent()) {
      return Optional.of(untold.get().detail(summary(tally)).fix(shown(tally)));
    }
    return tally.failed() == 0 ? Optional.empty() : Optional.of(partial(tally));
  }

  private static String shown(Tally tally) {
    return tally.failed() == 0
        ? "Every code is done; the results that could not be filtered are on standard error."
        : "Not every code is done: the results are on standard error where not on standard output.";
  }

  private Failure partial(Tally tally) {
    String what = tally.failed() == 1 ? "1 code failed" : tally.failed() + " codes failed";
    return Failure.of(Kind.PARTIAL, what, remedy(tally)).retryable(tally.open() > 0);
  }

  private String remedy(Tally tally) {
    if (goingOn.isEmpty()) {
      return "Correct them and run the command again.";
    }
    if (tally.open() == 0) {
      return "Put those that can be corrected into a file of their own. This batch is finished:"
          + " another run over the same input begins anew.";
    }
    String some =
        tally.open() == tally.failed()
            ? ""
            : tally.open() + (tally.open() == 1 ? " of them is" : " of them are");
    return (some.isEmpty() ? "" : some + " worth another try. ") + goingOn;
  }

  /** Credentials and interruptions keep their own exit codes. */
  private Failure stopped(Failure why, Tally tally) {
    Failure told =
        switch (why.kind()) {
          case AUTH -> why.detail((soFar(tally) + " " + goingOn).strip());
          case INTERNAL ->
              why.detail(soFar(tally)).fix((why.fix().orElse("") + " " + goingOn).strip());
          case INTERRUPTED -> Failure.of(Kind.INTERRUPTED, interrupted(tally), goingOn);
          case PARTIAL ->
              Failure.of(Kind.PARTIAL, why.getMessage() + "; " + summary(tally), goingOn)
                  .retryable(true);
          case REFUSED, NETWORK ->
              Failure.of(Kind.PARTIAL, why.getMessage() + reason(why), next(why))
                  .meaning(why.meaning().orElse(null))
                  .retryable(why.retryable())
                  .detail(soFar(tally));
          default -> why.detail(soFar(tally));
        };
    if (told != why) {
      why.reason().ifPresent(told::reason);
      why.errcode().ifPresent(errcode -> told.extra("errcode", IntNode.valueOf(errcode)));
    }
    return told.extra("not_sent", IntNode.valueOf(tally.notSent()));
  }

  private String interrupted(Tally tally) {
    return countsToo
        ? "interrupted; " + summary(tally)
        : "interrupted; " + lines(tally.notSent()) + " not sent";
  }

  private static String soFar(Tally tally) {
    return "Stopped early; " + lines(tally.notSent()) + " not sent.";
  }

  private static String lines(int number) {
    return number == 1 ? "1 line was" : number + " lines were";
  }

  private static String reason(Failure why) {
    return why.errcode()
        .map(errcode -> ": errcode " + errcode + " " + why.errmsg().orElse(""))
        .orElse("");
  }

  private String next(Failure why) {
    return why.errcode().isPresent() ? (why.fix().orElse("") + " " + goingOn).strip() : goingOn;
  }
}
