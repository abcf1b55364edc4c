package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.code.TicketDetails;
import java.util.List;

/** Details of movie, meeting and boarding tickets. */
final class TicketRoutes {
  private TicketRoutes() {}

  static List<Route> of(Services services) {
    return List.of(
        post("/card/movieticket/updateuser").writes(TicketDetails::movie),
        post("/card/meetingticket/updateuser").writes(TicketDetails::meeting),
        post("/card/boardingpass/checkin").writes(TicketDetails::boarding));
  }
}
