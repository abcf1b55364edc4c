package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.statistics.Statistics;
import java.util.List;

/** Statistics, computed from what happened here. */
final class StatisticsRoutes {
  private StatisticsRoutes() {}

  static List<Route> of(Services services) {
    return List.of(
        post("/datacube/getcardbizuininfo").withoutErrcode().reads(Statistics::overview),
        post("/datacube/getcardcardinfo").withoutErrcode().reads(Statistics::coupons),
        post("/datacube/getcardmembercardinfo").withoutErrcode().reads(Statistics::memberCards),
        post("/datacube/getcardmembercarddetail")
            .withoutErrcode()
            .lacking("payOriginalFee and fee are always 0, nobody pays here")
            .reads(Statistics::memberCard));
  }
}
