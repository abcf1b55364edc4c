package io.github.wxcard.card;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Looks at a card definition before WeChat does, offline. */
public final class Lint {
  private Lint() {}

  /** Everything worth saying, slips of the text included, in the order of the text. */
  public static List<Finding> check(Definition definition, Instant now) {
    return new ArrayList<>(slips(definition));
  }

  /** Only where the text is not strict JSON: for a call that wants no lint. */
  public static List<Finding> slips(Definition definition) {
    return definition.slips().stream().map(Slip::finding).toList();
  }
}
