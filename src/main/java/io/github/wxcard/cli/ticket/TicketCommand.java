package io.github.wxcard.cli.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.InstantConverter;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
  static final class TicketMovieCommand extends TicketUpdateCommand {
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

  @Command(
      name = "meeting",
      description = "Write the time and the place onto a meeting ticket; prints its code.",
      footer = {
        "",
        "A TIME is Unix seconds, or a date and time with its offset. WeChat's table calls both times",
        "required; its own sample has neither.",
        "",
        "Examples:",
        "  wxcard ticket meeting 759733467744 --begin 1809133200 --end 1809142200 --zone C区 --seat"
            + " 2排15号",
        "  wxcard ticket meeting 759733467744 --begin 2027-05-01T09:00+08:00 --end"
            + " 2027-05-01T11:30+08:00"
      })
  static final class TicketMeetingCommand extends TicketUpdateCommand {
    @Option(
        names = "--begin",
        paramLabel = "TIME",
        converter = InstantConverter.class,
        description = "When it begins.")
    @BodyField("begin_time")
    Instant begin;

    @Option(
        names = "--end",
        paramLabel = "TIME",
        converter = InstantConverter.class,
        description = "When it ends.")
    @BodyField("end_time")
    Instant end;

    @Option(names = "--zone", paramLabel = "TEXT", description = "The zone.")
    @BodyField("zone")
    String zone;

    @Option(names = "--entrance", paramLabel = "TEXT", description = "The entrance.")
    @BodyField("entrance")
    String entrance;

    @Option(names = "--seat", paramLabel = "TEXT", description = "The seat.")
    @BodyField("seat_number")
    String seat;

    TicketMeetingCommand() {
      super("/card/meetingticket/updateuser");
    }

    @Override
    void check(ObjectNode body) {
      if ((begin == null) != (end == null)) {
        throw Failure.of(
            FailureKind.USAGE,
            "--begin and --end go together",
            "See `wxcard ticket meeting --help`.");
      }
      if (begin != null && !end.isAfter(begin)) {
        throw Failure.of(
            FailureKind.INPUT, "--end is not after --begin", "Compare the two, and their offsets.");
      }
    }
  }

  @Command(
      name = "boarding",
      description = "Check the holder of a boarding pass in, or undo it; prints the code.",
      footer = {
        "",
        "A check-in needs --passenger, --class and --e-ticket. A TIME is Unix seconds, or a date and",
        "time with its offset.",
        "",
        "Examples:",
        "  wxcard ticket boarding 759733467744 --passenger 李雷 --class 经济舱 --e-ticket 78412345678901",
        "  wxcard ticket boarding 759733467744 --cancel"
      })
  static final class TicketBoardingCommand extends TicketUpdateCommand {
    @Option(
        names = "--passenger",
        paramLabel = "NAME",
        description = "Who flies, at most 45 bytes (15 Chinese characters).")
    @BodyField(value = "passenger_name", bytes = 45)
    String passenger;

    @Option(
        names = "--class",
        paramLabel = "TEXT",
        description = "The class, at most 15 bytes (5 Chinese characters).")
    @BodyField(value = "class", bytes = 15)
    String cabin;

    @Option(
        names = "--e-ticket",
        paramLabel = "DIGITS",
        description = "The number of the electronic ticket, at most 14 digits.")
    @BodyField(value = "etkt_bnr", bytes = 14)
    String eTicket;

    @Option(names = "--seat", paramLabel = "TEXT", description = "The seat.")
    @BodyField("seat")
    String seat;

    @Option(names = "--gate", paramLabel = "TEXT", description = "The gate.")
    @BodyField("gate")
    String gate;

    @Option(
        names = "--boarding-time",
        paramLabel = "TIME",
        converter = InstantConverter.class,
        description = "When boarding begins.")
    @BodyField("boarding_time")
    Instant boardingTime;

    @Option(
        names = "--qrcode-data",
        paramLabel = "TEXT",
        description = "What the code on the pass encodes.")
    @BodyField("qrcode_data")
    String qrcodeData;

    @Option(names = "--cancel", description = "Undo the check-in; goes with no detail of it.")
    @BodyField("is_cancel")
    Boolean cancel;

    TicketBoardingCommand() {
      super("/card/boardingpass/checkin");
    }

    @Override
    void check(ObjectNode body) {
      boolean details = !body.deepCopy().remove(List.of("code", "card_id", "is_cancel")).isEmpty();
      boolean complete = passenger != null && cabin != null && eTicket != null;
      if (cancel != null ? details : !complete) {
        throw Failure.of(
            FailureKind.USAGE,
            "a check-in needs --passenger, --class and --e-ticket; --cancel goes without details",
            "See `wxcard ticket boarding --help`.");
      }
      if (eTicket != null && !eTicket.matches("[0-9]+")) {
        throw Failure.of(
            FailureKind.INPUT,
            "--e-ticket has something else than digits",
            "Leave blanks and dashes out.");
      }
    }
  }
}
