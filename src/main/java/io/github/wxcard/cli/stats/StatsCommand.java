package io.github.wxcard.cli.stats;

import picocli.CommandLine.Command;

/** What happened to cards, day by day. */
@Command(
    name = "stats",
    subcommands = {
      StatsSummaryCommand.class,
      StatsCardsCommand.class,
      StatsMembersCommand.class,
      StatsMemberDetailCommand.class
    },
    description = "How often cards were seen, received, redeemed and so on, day by day.")
public final class StatsCommand {}
