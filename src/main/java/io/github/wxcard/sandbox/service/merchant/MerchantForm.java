package io.github.wxcard.sandbox.service.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.Images;
import io.github.wxcard.sandbox.service.base.Input;
import io.github.wxcard.sandbox.service.base.Missing;
import io.github.wxcard.sandbox.service.base.Refusal;
import io.github.wxcard.sandbox.service.base.TemporaryMedia;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.store.Tx;
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
  static ObjectNode of(Tx tx, JsonNode body) {
    JsonNode info = body.path("info");
    if (info.isMissingNode()) {
      throw Missing.field(body, "info", MISSING_FIELD);
    }
    if (!info.isObject()) {
      throw new Refusal(BAD_DATA, "info is not an object");
    }
    LIMITS.check(info);
    for (String name : List.of("brand_name", "logo_url", "protocol")) {
      if (Input.text(info, name).isEmpty()) {
        throw Missing.field(info, name, MISSING_FIELD);
      }
    }
    Images.checkUploaded(tx, "logo_url", info.path("logo_url").textValue());
    Input.text(info, "app_id");
    for (String name : List.of("protocol", "agreement_media_id", "operator_media_id")) {
      Input.text(info, name).ifPresent(id -> TemporaryMedia.check(tx, name, id));
    }
    if (number(info, "end_time", TIME) <= tx.now()) {
      throw new Refusal(TIME, "end_time is past");
    }
    long primary = number(info, "primary_category_id", CATEGORY);
    long secondary = number(info, "secondary_category_id", CATEGORY);
    if (!MerchantCategories.has(primary, secondary)) {
      throw new Refusal(
          CATEGORY, "there is no category " + secondary + " below category " + primary);
    }
    return info.deepCopy();
  }

  private static long number(JsonNode info, String name, int wrong) {
    return Input.number(info, name, wrong)
        .orElseThrow(() -> Missing.field(info, name, MISSING_FIELD));
  }
}
