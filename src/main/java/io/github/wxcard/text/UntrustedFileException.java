package io.github.wxcard.text;

import java.io.IOException;

/** Somebody else may have written what a file says. */
public final class UntrustedFileException extends IOException {
  private final String remedy;

  /**
   * @param why goes on from the file's name
   */
  UntrustedFileException(String why, String remedy) {
    super(why);
    this.remedy = remedy;
  }

  /** What makes the file one's own, in a sentence. */
  public String remedy() {
    return remedy;
  }
}
