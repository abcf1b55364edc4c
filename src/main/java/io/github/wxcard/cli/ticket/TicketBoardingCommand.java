package io.github.wxcard.cli.ticket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.BodyField;
import io.github.wxcard.cli.base.InstantConverter;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a passenger in, or undoes that. */
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
final class TicketBoardingCommand extends TicketUpdateCommand {
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
