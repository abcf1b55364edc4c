package io.github.wxcard.sandbox.service.code;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.store.CodeTable.Code;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;
import java.util.OptionalLong;

/** What a merchant writes onto one holder's ticket: seats, times, the check-in. */
public final class TicketDetailService {
  private static final String KIND = "ticket_detail";
  private static final String DIGITS = "[0-9]+";
  private static final TextLimits CODE = new TextLimits().with(20, "code");
  private static final TextLimits PASSENGER =
      new TextLimits()
          .with(20, "code")
          .with(45, "passenger_name") // fifteen Chinese characters
          .with(15, "class")
          .with(14, "etkt_bnr");

  private TicketDetailService() {}

  /** {@code POST /card/movieticket/updateuser}. */
  public static ObjectNode movie(Transaction tx, CallInput input) {
    CODE.check(input.body());
    input.need("ticket_class", 41014);
    needPositive(input, "show_time", 41015, 40079);
    needPositive(input, "duration", 41011, 40097);
    input.need("screening_room", 41016);
    if (input.body().hasNonNull("seat_number") && !input.body().path("seat_number").isArray()) {
      throw new ApiException(47001, "seat_number is not a list");
    }
    if (input.texts("seat_number", 47001).isEmpty()) {
      throw CallInput.missing(input.body(), "seat_number", 41017);
    }
    return file(tx, input, "MOVIE_TICKET");
  }

  /** {@code POST /card/meetingticket/updateuser}. */
  public static ObjectNode meeting(Transaction tx, CallInput input) {
    CODE.check(input.body());
    List.of("zone", "entrance", "seat_number").forEach(input::text);
    // One table calls both times required; the documentation's own sample has neither.
    OptionalLong begin = positive(input, "begin_time", 40079);
    OptionalLong end = positive(input, "end_time", 40079);
    if (begin.isPresent() && end.isPresent() && end.getAsLong() <= begin.getAsLong()) {
      throw new ApiException(40079, "end_time is not after begin_time");
    }
    return file(tx, input, "MEETING_TICKET");
  }

  /** {@code POST /card/boardingpass/checkin}; with {@code is_cancel} the check-in is undone. */
  public static ObjectNode boarding(Transaction tx, CallInput input) {
    if (input.flag("is_cancel", false)) {
      tx.documents().remove(KIND, id(HeldCodes.usable(tx, input, "BOARDING_PASS")));
      return Json.object();
    }
    PASSENGER.check(input.body());
    List.of("passenger_name", "class", "etkt_bnr").forEach(name -> input.need(name, 41011));
    if (!input.need("etkt_bnr", 41011).matches(DIGITS)) {
      throw new ApiException(40097, "etkt_bnr has something else than digits");
    }
    List.of("seat", "gate", "qrcode_data").forEach(input::text);
    input.number("boarding_time", 40079);
    return file(tx, input, "BOARDING_PASS");
  }

  private static ObjectNode file(Transaction tx, CallInput input, String cardType) {
    Code code = HeldCodes.usable(tx, input, cardType);
    ObjectNode details = input.body().deepCopy();
    details.remove(List.of("code", "card_id"));
    tx.documents().put(KIND, id(code), details, tx.now());
    return Json.object();
  }

  /** Lets the details of a code follow it to its new text. */
  static void rename(Transaction tx, Code code, String text) {
    tx.documents().rename(KIND, id(code.cardId(), code.code()), id(code.cardId(), text));
  }

  private static String id(Code code) {
    return id(code.cardId(), code.code());
  }

  private static String id(String cardId, String code) {
    return cardId + "/" + code;
  }

  private static void needPositive(CallInput input, String name, int missing, int wrong) {
    if (positive(input, name, wrong).isEmpty()) {
      throw CallInput.missing(input.body(), name, missing);
    }
  }

  private static OptionalLong positive(CallInput input, String name, int wrong) {
    OptionalLong number = input.number(name, wrong);
    if (number.isPresent() && number.getAsLong() <= 0) {
      throw new ApiException(wrong, name + " is not above 0");
    }
    return number;
  }
}
