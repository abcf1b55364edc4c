package io.github.wxcard.batch;

/**
 * How far a batch has come.
 *
 * @param done in this run
 * @param failed lines that cannot be read among them
 * @param repeated lines whose code stood on an earlier line, and shares its fate
 * @param already done by an earlier run
 * @param recovered those of {@code done} that a look has shown, and not the answer to the request
 * @param notSent lines whose turn did not come before the batch was stopped, as far as it has read
 */
public record Tally(int done, int failed, int repeated, int already, int recovered, int notSent) {
  static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

  /** Lines that have been dealt with. */
  public int lines() {
    return done + failed + repeated + already + notSent;
  }

  Tally plus(Tally other) {
    return new Tally(
        done + other.done,
        failed + other.failed,
        repeated + other.repeated,
        already + other.already,
        recovered + other.recovered,
        notSent + other.notSent);
  }
}
