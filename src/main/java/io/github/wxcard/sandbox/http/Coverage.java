package io.github.wxcard.sandbox.http;

/**
 * How much of an endpoint the sandbox plays.
 *
 * @param section the section of WeChat's interface it belongs to; empty for what is the sandbox's
 * @param note what is missing, or why it is refused
 */
record Coverage(String section, Extent extent, String note) {
  /** How much. */
  enum Extent {
    COMPLETE,
    PARTIAL,
    REFUSED
  }
}
