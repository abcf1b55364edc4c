package io.github.wxcard.sandbox.service.merchant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The trades a sub-merchant can be in; a selection of the sandbox's own. */
public final class MerchantCategories {
  private static final String RESOURCE = "merchant-categories.json";

  private MerchantCategories() {}

  /** {@code GET /card/getapplyprotocol}. */
  public static ObjectNode list(Transaction tx, CallInput input) {
    return read();
  }

  /** Whether the second is a category below the first. */
  static boolean has(long primary, long secondary) {
    for (JsonNode category : read().path("category")) {
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

  private static ObjectNode read() {
    try (InputStream in = MerchantCategories.class.getResourceAsStream(RESOURCE)) {
      return (ObjectNode) Json.read(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
