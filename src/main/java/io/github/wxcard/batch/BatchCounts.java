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
    LineStatus status = result.status();
    boolean isDone = status == LineStatus.DONE;
    return new BatchCounts(
        done + (isDone ? 1 : 0),
        failed + (status.isFailure() ? 1 : 0),
        repeated + (status == LineStatus.REPEATED ? 1 : 0),
        already + (status == LineStatus.ALREADY_DONE ? 1 : 0),
        recovered + (isDone && result.row().has("recovered") ? 1 : 0),
        notSent + (status == LineStatus.NOT_SENT ? 1 : 0),
        unusable + (status == LineStatus.UNUSABLE ? 1 : 0),
        refused + (status == LineStatus.REFUSED ? 1 : 0));
  }
}
