package io.github.wxcard.cli.stats;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** What happened to cards, day by day. */
@Command(
    name = "stats",
    description = "How often cards were seen, received, redeemed and so on, day by day.")
public final class StatsCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        StatsSummaryCommand.class,
        StatsCardsCommand.class,
        StatsMembersCommand.class,
        StatsMemberDetailCommand.class);
  }
}
