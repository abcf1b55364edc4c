package io.github.wxcard.cli.ticket;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Tickets in users' hands: what is written onto each of them. */
@Command(
    name = "ticket",
    description = "Write seats, times and check-ins onto the tickets that users hold.")
public final class TicketCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        TicketMovieCommand.class, TicketMeetingCommand.class, TicketBoardingCommand.class);
  }
}
