package io.github.wxcard.batch;

/** What is known of an earlier run of a batch. */
public enum ResumeState {
  /** There was none. */
  NONE,
  /** There was one over the same content. */
  SAME,
  /** The input has been changed since. */
  OTHER_CONTENT,
  /** There was one, and its journal cannot be relied upon. */
  DAMAGED
}
