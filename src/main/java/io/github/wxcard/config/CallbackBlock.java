package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.util.Optional;

/**
 * A profile's {@code callback}: what the account's messages are signed and encrypted with.
 *
 * @param encodingAesKey empty when messages are not encrypted
 */
public record CallbackBlock(String token, String encodingAesKey) {
  static Optional<CallbackBlock> of(JsonNode tree, String profile) {
    JsonNode block = tree.path("profiles").path(profile).path("callback");
    if (block.isMissingNode() || block.isNull()) {
      return Optional.empty();
    }
    String place = "/profiles/" + profile + "/callback";
    String token = text(block, "token", place);
    if (token.isEmpty()) {
      throw wrong(place + " has no token");
    }
    return Optional.of(new CallbackBlock(token, text(block, "encodingAesKey", place)));
  }

  private static String text(JsonNode block, String key, String place) {
    JsonNode value = block.path(key);
    if (!value.isMissingNode() && !value.isNull() && !value.isTextual()) {
      throw wrong(place + "/" + key + " is not a text");
    }
    return value.asText("");
  }

  private static Failure wrong(String what) {
    return Failure.of(
        Kind.CONFIG,
        "in the config file, " + what,
        "Write \"callback\": {\"token\": \"…\", \"encodingAesKey\": \"…\"}, as in the console.");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CallbackBlock[…]";
  }
}
