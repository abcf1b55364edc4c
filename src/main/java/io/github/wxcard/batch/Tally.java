package io.github.wxcard.batch;

/**
 * How far a batch has come.
 *
 * @param done in this run
 * @param failed lines that cannot be read among them
 * @param repeated lines whose code stood on an earlier line, and shares its fate
 * @param already done by an earlier run
 * @param recovered those of {@code done} that a look has shown, and not the answer to the request
 * @param notSent lines whose turn did not come before the batch was stopped
 * @param unusable those of {@code failed} that cannot be read, so that nothing could be sent
 * @param refused those of {@code failed} whose answer another request would not change
 */
public record Tally(
    int done,
    int failed,
    int repeated,
    int already,
    int recovered,
    int notSent,
    int unusable,
    int refused) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0, 0, 0);
  static final Tally DONE = new Tally(1, 0, 0, 0, 0, 0, 0, 0);
  static final Tally RECOVERED = new Tally(1, 0, 0, 0, 1, 0, 0, 0);
  static final Tally FAILED = new Tally(0, 1, 0, 0, 0, 0, 0, 0);
  static final Tally UNUSABLE = new Tally(0, 1, 0, 0, 0, 0, 1, 0);
  static final Tally REFUSED = new Tally(0, 1, 0, 0, 0, 0, 0, 1);
  static final Tally REPEATED = new Tally(0, 0, 1, 0, 0, 0, 0, 0);
  static final Tally ALREADY = new Tally(0, 0, 0, 1, 0, 0, 0, 0);
  static final Tally NOT_SENT = new Tally(0, 0, 0, 0, 0, 1, 0, 0);

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

  Tally plus(Tally other) {
    return new Tally(
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
