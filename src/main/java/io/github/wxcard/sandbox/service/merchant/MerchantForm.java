package io.github.wxcard.sandbox.service.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.TemporaryMediaService;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.List;

/** What is handed in about a sub-merchant. */
final class MerchantForm {
  private static final int BAD_DATA = 47001;
  private static final int MISSING_FIELD = 41011;
  private static final int TIME = 40079;
  private static final int CATEGORY = 45160;
  private static final TextLimits LIMITS =
      new TextLimits()
          .with(36, "brand_name") // twelve Chinese characters
          .with(128, "logo_url");

  private MerchantForm() {}

  /** The {@code info} of a body, or the refusal for what is wrong with it. */
  static ObjectNode of(Transaction tx, JsonNode body) {
    JsonNode info = body.path("info");
    if (info.isMissingNode()) {
      throw CallInput.missing(body, "info", MISSING_FIELD);
    }
    if (!info.isObject()) {
      throw new ApiException(BAD_DATA, "info is not an object");
    }
    LIMITS.check(info);
    for (String name : List.of("brand_name", "logo_url", "protocol")) {
      if (CallInput.text(info, name).isEmpty()) {
        throw CallInput.missing(info, name, MISSING_FIELD);
      }
    }
    ImageService.checkUploaded(tx, "logo_url", info.path("logo_url").textValue());
    CallInput.text(info, "app_id");
    for (String name : List.of("protocol", "agreement_media_id", "operator_media_id")) {
      CallInput.text(info, name).ifPresent(id -> TemporaryMediaService.check(tx, name, id));
    }
    if (number(info, "end_time", TIME) <= tx.now()) {
      throw new ApiException(TIME, "end_time is past");
    }
    long primary = number(info, "primary_category_id", CATEGORY);
    long secondary = number(info, "secondary_category_id", CATEGORY);
    if (!MerchantCategories.has(primary, secondary)) {
      throw new ApiException(
          CATEGORY, "there is no category " + secondary + " below category " + primary);
    }
    return info.deepCopy();
  }

  private static long number(JsonNode info, String name, int wrong) {
    return CallInput.number(info, name, wrong)
        .orElseThrow(() -> CallInput.missing(info, name, MISSING_FIELD));
  }
}
