package io.github.wxcard.cli.tool;

import io.github.wxcard.cli.base.App;
import io.github.wxcard.text.PastedAddress;

/** Links as people copy them. */
final class PastedLink {
  private PastedLink() {}

  /** The link as a browser shows it; that it was written otherwise is said. */
  static String repaired(App app, String written) {
    PastedAddress pasted = PastedAddress.of(written);
    if (pasted.escaped()) {
      app.console().warn("the link is " + pasted.how() + "; it is read as " + pasted.url());
    }
    return pasted.url();
  }
}
