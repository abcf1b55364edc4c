package io.github.wxcard.cli.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written onto tickets at the command line. */
final class TicketCommandsTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private HeldTicket movie() {
    return HeldTicket.ofType(wx, "MOVIE_TICKET", Json.object().put("detail", "日落剧场"));
  }

  private HeldTicket flight() {
    return HeldTicket.ofType(
        wx,
        "BOARDING_PASS",
        Json.object()
            .put("from", "成都")
            .put("to", "广州")
            .put("flight", "CA4303")
            .put("air_model", "A320"));
  }

  @Test
  void a_movie_ticket_gets_its_show_and_all_its_seats() {
    HeldTicket ticket = movie();

    Run run =
        ticket.run(
            "ticket movie CODE --class 3D --time 2027-05-01T19:30+08:00 --duration 120 --room 5号厅"
                + " --seat 5排14号 --seat 5排15号");

    assertThat(run.exits(0).out()).isEqualTo(ticket.code() + "\n");
    JsonNode details = ticket.documents("ticket_detail").get(0);
    assertThat(details)
        .isEqualTo(
            Json.object()
                .put("ticket_class", "3D")
                .put("show_time", 1_809_171_000)
                .put("duration", 120)
                .put("screening_room", "5号厅")
                .set("seat_number", Json.array().add("5排14号").add("5排15号")));
  }

  @Test
  void a_meeting_ticket_gets_its_time_and_place() {
    HeldTicket ticket = HeldTicket.ofSample(wx, "meeting-ticket.json");

    ticket
        .run("ticket meeting CODE --card-id CARD --begin 1809133200 --end 1809142200 --seat 2排15号")
        .exits(0);

    assertThat(ticket.documents("ticket_detail").get(0))
        .isEqualTo(
            Json.object()
                .put("begin_time", 1_809_133_200)
                .put("end_time", 1_809_142_200)
                .put("seat_number", "2排15号"));
    ticket.run("ticket meeting CODE --card-id CARD --seat 2排16号").exits(0);
    ticket.examples("ticket meeting");
  }

  @Test
  void a_passenger_is_checked_in_and_out_again() {
    HeldTicket ticket = flight();

    JsonNode json =
        ticket
            .run(
                "ticket boarding CODE --passenger 李雷 --class 经济舱 --e-ticket 78412345678901"
                    + " --boarding-time 1809171000 --json")
            .exits(0)
            .json();

    assertThat(json).isEqualTo(Json.object().put("code", ticket.code()));
    JsonNode details = ticket.documents("ticket_detail").get(0);
    assertThat(details.path("etkt_bnr").asText()).isEqualTo("78412345678901");
    assertThat(details.path("boarding_time").asLong()).isEqualTo(1_809_171_000);
    ticket.run("ticket boarding CODE --cancel").exits(0);
    assertThat(ticket.documents("ticket_detail")).isEmpty();
  }

  @Test
  void the_examples_can_be_run() {
    movie().examples("ticket movie");
    flight().examples("ticket boarding");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "movie 1 --class 3D --time 1809171000 --duration 120 --room 5",
        "movie 1 --class 3D --time noon --duration 120 --room 5 --seat 1",
        "movie 1 --class 3D --time 1809171000 --duration 120m --room 5 --seat 1",
        "meeting 1 --begin 1809133200",
        "boarding 1",
        "boarding 1 --passenger a --class b",
        "boarding 1 --cancel --gate B23",
      })
  void what_is_missing_is_a_matter_of_usage(String line) {
    wx.run(("ticket " + line).split(" ", -1)).exits(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "movie 1 --class 3D --time 1809171000 --duration 0 --room 5 --seat 1",
        "meeting 1 --begin 1809133200 --end 1809133200",
        "boarding 1 --passenger a --class b --e-ticket 784-1234567890",
        "boarding 1 --passenger a --class b --e-ticket 123456789012345",
        "boarding 1 --passenger 一二三四五六七八九十一二三四五六 --class b --e-ticket 1",
      })
  void what_cannot_be_on_a_ticket_is_bad_input(String line) {
    wx.run(("ticket " + line).split(" ", -1)).exits(3);
  }

  @Test
  void a_card_of_another_type_is_refused() {
    HeldTicket coupon = HeldTicket.ofSample(wx, "gift.json");

    Run run = coupon.run("ticket meeting CODE --begin 1809133200 --end 1809142200 --json").exits(5);

    assertThat(run.error().path("errcode").asInt()).isEqualTo(45030);
    assertThat(coupon.documents("ticket_detail")).isEmpty();
  }
}
