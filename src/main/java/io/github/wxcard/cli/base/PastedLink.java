package io.github.wxcard.cli.base;

import io.github.wxcard.text.PastedAddress;

/** Links as people copy them. */
public final class PastedLink {
  private PastedLink() {}

  /** The link as a browser shows it; that it was written otherwise is said. */
  public static String repaired(CommandContext context, String written) {
    PastedAddress pasted = PastedAddress.of(written);
    if (pasted.escaped()) {
      context.console().warn("the link is " + pasted.how() + "; it is read as " + pasted.url());
    }
    return pasted.url();
  }
}
