package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.BodyField;
import picocli.CommandLine.Option;

/** A change of a member's stored value, by the sum or by the difference. */
final class StoredValue {
  @Option(
      names = "--balance",
      paramLabel = "FEN",
      description = "Set the stored value to this, in fen.")
  @BodyField(value = "balance", least = 0)
  Long all;

  @Option(
      names = "--add-balance",
      paramLabel = "FEN",
      description = "Add so much stored value, in fen; -500 takes some away.")
  @BodyField("add_balance")
  Long more;
}
