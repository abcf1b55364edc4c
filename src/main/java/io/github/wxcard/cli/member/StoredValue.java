package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.Sent;
import picocli.CommandLine.Option;

/** A change of a member's stored value, by the sum or by the difference. */
final class StoredValue {
  @Option(
      names = "--balance",
      paramLabel = "FEN",
      description = "Set the stored value to this, in fen.")
  @Sent(value = "balance", least = 0)
  Long all;

  @Option(
      names = "--add-balance",
      paramLabel = "FEN",
      description = "Add so much stored value, in fen; -500 takes some away.")
  @Sent("add_balance")
  Long more;
}
