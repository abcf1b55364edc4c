package io.github.wxcard.cli.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.InstantConverter;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the time and the place onto a meeting ticket. */
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
final class TicketMeetingCommand extends TicketUpdateCommand {
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
