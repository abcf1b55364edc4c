package io.github.wxcard.cli.member;

import io.github.wxcard.cli.base.BodyField;
import picocli.CommandLine.Option;

/** A change of a member's points, by their sum or by the difference. */
final class Points {
  @Option(names = "--bonus", paramLabel = "N", description = "Set the points to this.")
  @BodyField(value = "bonus", least = 0)
  Long all;

  @Option(
      names = "--add-bonus",
      paramLabel = "N",
      description = "Add so many points; -50 takes some away.")
  @BodyField("add_bonus")
  Long more;
}
