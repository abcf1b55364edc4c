package io.github.wxcard.cli.base;

import io.github.wxcard.batch.Journal.StartMode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What every command says about working through a file of codes. */
public final class BatchOptions {
  private static final int MAX_PARALLEL = 64;

  @Option(
      names = "--from",
      paramLabel = "FILE|-",
      description = {
        "A file of codes, - for standard input: one a line, or CSV with a",
        "header such as code,card_id. Blank lines and # lines are skipped."
      })
  public String from;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "Calls under way at once, 1 to 64. Default: 8.")
  int parallel = 8;

  @Option(
      names = "--rate",
      paramLabel = "N/s",
      converter = RateConverter.class,
      description = "At most so many calls: 20/s, 500/m. Default: no limit.")
  Duration interval = Duration.ZERO;

  @Option(
      names = "--resume",
      description = {
        "Go on with an earlier run over the same input: sends what is still",
        "open, and nothing that is done or was refused for good. Without such a",
        "run it begins; where the input has changed since, it asks."
      })
  boolean resume;

  @Option(
      names = "--restart",
      description = {
        "Forget an earlier run over the same input. Over a changed one, or with",
        "a damaged journal, what is still known to be done is not sent again."
      })
  boolean restart;

  /** Refuses what does not go together: either codes are named, or a file that has them. */
  void check(String named, boolean some) {
    if (some == (from != null)) {
      throw usage(
          some ? named + " and --from do not go together" : named + " or --from is missing",
          "Name codes, or a file that has them.");
    }
    if (from == null && (resume || restart)) {
      throw usage("--resume and --restart are for --from", "Leave them out.");
    }
    if (resume && restart) {
      throw usage("--resume and --restart do not go together", "Give one of them.");
    }
    if (parallel < 1 || parallel > MAX_PARALLEL) {
      throw usage("--parallel " + parallel + " is out of range", "Give a number from 1 to 64.");
    }
  }

  StartMode start() {
    return resume ? StartMode.RESUME : restart ? StartMode.RESTART : StartMode.AFRESH;
  }

  private static Failure usage(String what, String fix) {
    return Failure.of(FailureKind.USAGE, what, fix);
  }
}
