package io.github.wxcard.sandbox.service.base;

import java.util.Set;

/**
 * What kind of account the sandbox plays.
 *
 * @param strict whether it refuses what real accounts are said to refuse since 2021
 * @param without the rights it lacks
 * @param autoApprove whether reviews pass at once: no test account
 */
public record Policy(boolean strict, Set<Right> without, boolean autoApprove) {
  /** A test account that may do everything. */
  public static final Policy USUAL = new Policy(false, Set.of(), false);

  /** Refuses whoever lacks a right. */
  public void demand(Right right) {
    if (without.contains(right)) {
      throw new Refusal(right.errcode(), "the account is without the right to " + right.meaning());
    }
  }
}
