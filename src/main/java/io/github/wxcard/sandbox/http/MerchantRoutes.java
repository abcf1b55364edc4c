package io.github.wxcard.sandbox.http;

import static io.github.wxcard.sandbox.http.Route.any;
import static io.github.wxcard.sandbox.http.Route.post;

import io.github.wxcard.sandbox.service.Services;
import io.github.wxcard.sandbox.service.merchant.MerchantCategories;
import io.github.wxcard.sandbox.service.merchant.SubMerchants;
import java.util.List;

/** Sub-merchants of a third party. */
final class MerchantRoutes {
  private MerchantRoutes() {}

  static List<Route> of(Services services) {
    SubMerchants merchants = services.subMerchants();
    return List.of(
        // The sources differ about the method.
        any("/card/getapplyprotocol")
            .lacking("the categories are a selection")
            .reads(MerchantCategories::list),
        post("/card/submerchant/submit").writes(merchants::submit),
        post("/card/submerchant/update").writes(merchants::update),
        post("/card/submerchant/get").reads(SubMerchants::get),
        post("/card/submerchant/batchget").reads(SubMerchants::list));
  }
}
