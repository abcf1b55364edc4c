package io.github.wxcard.scenario;

/** Whether somebody has told a run to stop. */
public interface Interruption {
  boolean requested();

  /** The steps are over, and tidying up begins; false when there is no time left for it. */
  boolean cleanUp();
}
