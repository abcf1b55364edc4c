package io.github.wxcard.cli.sandbox;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import io.github.wxcard.sandbox.service.base.IpWhitelist;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that say what kind of account a sandbox plays. */
final class SandboxAccountOptions {
  @Option(
      names = "--strict",
      description = {
        "Take every rule that only one report or one edition of WeChat's",
        "documentation knows: among what is refused then are fields that nobody knows, web",
        "pages behind a coupon's entries and member cards at code/consume."
      })
  boolean strict;

  @Option(
      names = "--without",
      paramLabel = "RIGHT",
      completionCandidates = Rights.class,
      description = "Take a right away, and again for another: ${COMPLETION-CANDIDATES}.")
  List<String> without = new ArrayList<>();

  @Option(
      names = "--auto-approve",
      description = "Let reviews pass at once, as if it were no test account.")
  boolean autoApprove;

  @Option(
      names = "--deposit-counts",
      description = "Answer imports of codes with counts instead of lists.")
  boolean depositCounts;

  @Option(
      names = "--ip-whitelist",
      paramLabel = "ADDRESS",
      description = {
        "Let this address or block call, as in 10.0.0.0/8, and again for",
        "another; all others get 40164 on every call. Default: all may call."
      })
  List<String> addresses = new ArrayList<>();

  /** The names of all rights. */
  static final class Rights implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return AccountRight.words().iterator();
    }
  }

  /** The account; a {@link Failure} of kind usage for a right that nobody can have. */
  AccountPolicy policy() {
    Set<AccountRight> missing = EnumSet.noneOf(AccountRight.class);
    for (String word : without) {
      missing.add(
          AccountRight.named(word)
              .orElseThrow(
                  () ->
                      Failure.of(
                          FailureKind.USAGE,
                          "--without: there is no right '" + word + "'",
                          "Use one of: " + String.join(", ", AccountRight.words()) + ".")));
    }
    return new AccountPolicy(strict, missing, autoApprove, depositCounts, whitelist());
  }

  private IpWhitelist whitelist() {
    List<IpWhitelist.Block> entries = new ArrayList<>();
    for (String address : addresses) {
      entries.add(
          IpWhitelist.Block.parse(address)
              .orElseThrow(
                  () ->
                      Failure.of(
                          FailureKind.USAGE,
                          "--ip-whitelist " + address + " is no IP address and no block of them",
                          "Write it like 203.0.113.7 or 172.0.0.1/24; WeChat takes no * and no"
                              + " port.")));
    }
    return new IpWhitelist(entries);
  }
}
