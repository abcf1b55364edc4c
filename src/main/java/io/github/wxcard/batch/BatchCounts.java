package io.github.wxcard.batch;

/**
 * How far a batch has come.
 *
 * @param done in this run
 * @param failed lines that cannot be read among them
 * @param repeated lines whose code stood on an earlier line, and shares its result
 * @param already done by an earlier run
 * @param recovered those of {@code done} that a look has shown, and not the answer to the request
 * @param notSent lines whose turn did not come before the batch was stopped
 * @param unusable those of {@code failed} that cannot be read, so that nothing could be sent
 * @param refused those of {@code failed} whose answer another request would not change
 */
public record BatchCounts(
    int done,
    int failed,
    int repeated,
    int already,
    int recovered,
    int notSent,
    int unusable,
    int refused) {
  static final BatchCounts NOTHING = new BatchCounts(0, 0, 0, 0, 0, 0, 0, 0);
  private static final BatchCounts DONE = new BatchCounts(1, 0, 0, 0, 0, 0, 0, 0);
  private static final BatchCounts RECOVERED = new BatchCounts(1, 0, 0, 0, 1, 0, 0, 0);
  private static final BatchCounts FAILED = new BatchCounts(0, 1, 0, 0, 0, 0, 0, 0);
  private static final BatchCounts UNUSABLE = new BatchCounts(0, 1, 0, 0, 0, 0, 1, 0);
  private static final BatchCounts REFUSED = new BatchCounts(0, 1, 0, 0, 0, 0, 0, 1);
  private static final BatchCounts REPEATED = new BatchCounts(0, 0, 1, 0, 0, 0, 0, 0);
  private static final BatchCounts ALREADY = new BatchCounts(0, 0, 0, 1, 0, 0, 0, 0);
  private static final BatchCounts NOT_SENT = new BatchCounts(0, 0, 0, 0, 0, 1, 0, 0);

  /** Lines that have been dealt with. */
  public int lines() {
    return done + failed + repeated + already + notSent;
  }

  /** Failures that may end well when they are tried again. */
  public int open() {
    return failed - unusable - refused;
  }

  /** Whether nothing is left that is worth sending. */
  boolean finished() {
    return open() == 0 && notSent == 0;
  }

  /** With one more line. */
  BatchCounts plus(LineResult result) {
    return plus(
        switch (result.status()) {
          case DONE -> result.row().has("recovered") ? RECOVERED : DONE;
          case FAILED, UNKNOWN -> FAILED;
          case REFUSED -> REFUSED;
          case UNUSABLE -> UNUSABLE;
          case REPEATED -> REPEATED;
          case ALREADY_DONE -> ALREADY;
          case NOT_SENT, SENT -> NOT_SENT;
        });
  }

  private BatchCounts plus(BatchCounts other) {
    return new BatchCounts(
        done + other.done,
        failed + other.failed,
        repeated + other.repeated,
        already + other.already,
        recovered + other.recovered,
        notSent + other.notSent,
        unusable + other.unusable,
        refused + other.refused);
  }
}
