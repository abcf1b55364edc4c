package io.github.wxcard.cli.ticket;

import picocli.CommandLine.Command;

/** Tickets in users' hands: what is written onto each of them. */
@Command(
    name = "ticket",
    subcommands = {
      TicketMovieCommand.class,
      TicketMeetingCommand.class,
      TicketBoardingCommand.class
    },
    description = "Write seats, times and check-ins onto the tickets that users hold.")
public final class TicketCommand {}
