package io.github.wxcard.cli.ticket;

import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.InstantConverter;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the show and the seats onto a movie ticket. */
@Command(
    name = "movie",
    description = "Write the show and the seats onto a movie ticket; prints its code.",
    footer = {
      "",
      "A TIME is Unix seconds, or a date and time with its offset.",
      "",
      "Example:",
      "  wxcard ticket movie 759733467744 --class 3D --time 1809171000 --duration 120 --room 5"
          + " --seat 7A"
    })
final class TicketMovieCommand extends TicketUpdateCommand {
  @Option(
      names = "--class",
      required = true,
      paramLabel = "TEXT",
      description = "The kind of show, such as 2D or 3D.")
  @BodyField("ticket_class")
  String ticketClass;

  @Option(
      names = "--time",
      required = true,
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "When it begins.")
  @BodyField("show_time")
  Instant time;

  @Option(
      names = "--duration",
      required = true,
      paramLabel = "MINUTES",
      description = "How long it lasts, in minutes.")
  @BodyField(value = "duration", least = 1)
  Integer duration;

  @Option(names = "--room", required = true, paramLabel = "TEXT", description = "The hall.")
  @BodyField("screening_room")
  String room;

  @Option(
      names = "--seat",
      required = true,
      paramLabel = "TEXT",
      description = "A seat; repeat for more.")
  @BodyField("seat_number")
  List<String> seats;

  TicketMovieCommand() {
    super("/card/movieticket/updateuser");
  }
}
