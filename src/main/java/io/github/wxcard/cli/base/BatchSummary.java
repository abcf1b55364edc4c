package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.IntNode;
import io.github.wxcard.batch.BatchCounts;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a batch is not as good as done.
 *
 * @param howToGoOn how to go on after a stop; empty when nothing is remembered
 * @param countsToo whether the failure is the only one to tell the counts
 */
record BatchSummary(String howToGoOn, boolean countsToo) {

  static String text(BatchCounts counts) {
    return String.format(
            Locale.ROOT,
            "done %d, failed %d, repeated %d, already done %d",
            counts.done(),
            counts.failed(),
            counts.repeated(),
            counts.already())
        + (counts.recovered() > 0 ? ", recovered " + counts.recovered() : "")
        + (counts.notSent() > 0 ? ", not sent " + counts.notSent() : "");
  }

  /**
   * Empty when every code is done and told.
   *
   * @param untold why a result could not be shown as it was asked for
   */
  Optional<Failure> failure(
      BatchCounts counts, Optional<Failure> stopped, Optional<Failure> untold) {
    boolean allTold = stopped.filter(why -> why.kind() == FailureKind.PARTIAL).isEmpty();
    if (stopped.isPresent() && (allTold || counts.notSent() > 0)) {
      return Optional.of(stopped(stopped.get(), counts));
    }
    if (untold.isPresent()) {
      return Optional.of(untold.get().detail(text(counts)).fix(shown(counts)));
    }
    return counts.failed() == 0 ? Optional.empty() : Optional.of(partial(counts));
  }

  private static String shown(BatchCounts counts) {
    return counts.failed() == 0
        ? "Every code is done; the results that could not be filtered are on standard error."
        : "Not every code is done: the results are on standard error where not on standard output.";
  }

  private Failure partial(BatchCounts counts) {
    String what = counts.failed() == 1 ? "1 code failed" : counts.failed() + " codes failed";
    return Failure.of(FailureKind.PARTIAL, what, remedy(counts)).retryable(counts.open() > 0);
  }

  private String remedy(BatchCounts counts) {
    if (howToGoOn.isEmpty()) {
      return "Correct them and run the command again.";
    }
    if (counts.open() == 0) {
      return "Put those that can be corrected into a file of their own. This batch is finished:"
          + " another run over the same input begins anew.";
    }
    String some =
        counts.open() == counts.failed()
            ? ""
            : counts.open() + (counts.open() == 1 ? " of them is" : " of them are");
    return (some.isEmpty() ? "" : some + " worth another try. ") + howToGoOn;
  }

  /** Credentials and interruptions keep their own exit codes. */
  private Failure stopped(Failure why, BatchCounts counts) {
    Failure told =
        switch (why.kind()) {
          case AUTH -> why.detail((soFar(counts) + " " + howToGoOn).strip());
          case INTERNAL ->
              why.detail(soFar(counts)).fix((why.fix().orElse("") + " " + howToGoOn).strip());
          case INTERRUPTED -> Failure.of(FailureKind.INTERRUPTED, interrupted(counts), howToGoOn);
          case PARTIAL ->
              Failure.of(FailureKind.PARTIAL, why.getMessage() + "; " + text(counts), howToGoOn)
                  .retryable(true);
          case REFUSED, NETWORK ->
              Failure.of(FailureKind.PARTIAL, why.getMessage() + reason(why), next(why))
                  .meaning(why.meaning().orElse(null))
                  .retryable(why.retryable())
                  .detail(soFar(counts));
          default -> why.detail(soFar(counts));
        };
    if (told != why) {
      why.reason().ifPresent(told::reason);
      why.errcode().ifPresent(errcode -> told.extra("errcode", IntNode.valueOf(errcode)));
    }
    return told.extra("not_sent", IntNode.valueOf(counts.notSent()));
  }

  private String interrupted(BatchCounts counts) {
    return countsToo
        ? "interrupted; " + text(counts)
        : "interrupted; " + lines(counts.notSent()) + " not sent";
  }

  private static String soFar(BatchCounts counts) {
    return "Stopped early; " + lines(counts.notSent()) + " not sent.";
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
    return why.errcode().isPresent() ? (why.fix().orElse("") + " " + howToGoOn).strip() : howToGoOn;
  }
}
