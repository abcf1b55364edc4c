package io.github.wxcard.sandbox.service.base;

import java.util.Set;

/**
 * What kind of account the sandbox plays.
 *
 * @param strict whether it refuses what only one report or one edition of the documentation forbids
 * @param without the rights it lacks
 * @param autoApprove whether reviews pass at once: no test account
 * @param depositCounts whether imports of codes are answered with counts instead of lists
 * @param ipWhitelist which addresses may call
 */
public record AccountPolicy(
    boolean strict,
    Set<AccountRight> without,
    boolean autoApprove,
    boolean depositCounts,
    IpWhitelist ipWhitelist) {
  /** A test account that may do everything. */
  public static final AccountPolicy USUAL = new AccountPolicy(false, Set.of(), false);

  /** An account whose imports of codes are answered with lists. */
  public AccountPolicy(boolean strict, Set<AccountRight> without, boolean autoApprove) {
    this(strict, without, autoApprove, false);
  }

  /** An account that may be called from everywhere. */
  public AccountPolicy(
      boolean strict, Set<AccountRight> without, boolean autoApprove, boolean depositCounts) {
    this(strict, without, autoApprove, depositCounts, IpWhitelist.OFF);
  }

  /** Refuses whoever lacks a right. */
  public void demand(AccountRight right) {
    if (without.contains(right)) {
      throw new ApiException(
          right.errcode(), "the account is without the right to " + right.meaning());
    }
  }
}
