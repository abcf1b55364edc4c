package io.github.wxcard.sandbox.service.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.ImageService;
import io.github.wxcard.sandbox.service.base.TemporaryMediaService;
import io.github.wxcard.sandbox.service.base.TextLimits;
import io.github.wxcard.sandbox.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What is handed in about a sub-merchant, and the trades it can name. */
public final class SubmerchantForm {
  private static final TextLimits LIMITS =
      new TextLimits()
          .with(36, "brand_name") // twelve Chinese characters
          .with(128, "logo_url");

  private static final String CATEGORIES = "merchant-categories.json";

  private SubmerchantForm() {}

  /** The {@code info} of a body, or the refusal for what is wrong with it. */
  static ObjectNode of(Transaction tx, JsonNode body) {
    JsonNode info = body.path("info");
    if (info.isMissingNode()) {
      throw CallInput.missing(body, "info", 41011);
    }
    if (!info.isObject()) {
      throw new ApiException(47001, "info is not an object");
    }
    LIMITS.check(info);
    for (String name : List.of("brand_name", "logo_url", "protocol")) {
      CallInput.need(info, name, 41011);
    }
    ImageService.checkUploaded(tx, "logo_url", info.path("logo_url").textValue());
    CallInput.text(info, "app_id");
    for (String name : List.of("protocol", "agreement_media_id", "operator_media_id")) {
      CallInput.text(info, name).ifPresent(id -> TemporaryMediaService.check(tx, name, id));
    }
    if (CallInput.needNumber(info, "end_time", 40079, 41011) <= tx.now()) {
      throw new ApiException(40079, "end_time is past");
    }
    long primary = CallInput.needNumber(info, "primary_category_id", 45160, 41011);
    long secondary = CallInput.needNumber(info, "secondary_category_id", 45160, 41011);
    if (!hasCategory(primary, secondary)) {
      throw new ApiException(
          45160, "there is no category " + secondary + " below category " + primary);
    }
    return info.deepCopy();
  }

  /** {@code GET /card/getapplyprotocol}: the trades, a selection of the sandbox's own. */
  public static ObjectNode categories(Transaction tx, CallInput input) {
    return categories();
  }

  /** Whether the second is a category below the first. */
  private static boolean hasCategory(long primary, long secondary) {
    for (JsonNode category : categories().path("category")) {
      if (category.path("primary_category_id").longValue() == primary) {
        for (JsonNode below : category.path("secondary_category")) {
          if (below.path("secondary_category_id").longValue() == secondary) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static ObjectNode categories() {
    try (InputStream in = SubmerchantForm.class.getResourceAsStream(CATEGORIES)) {
      return (ObjectNode) Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
