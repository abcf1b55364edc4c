package io.github.wxcard.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Optional;

/**
 * What the account's messages are signed and encrypted with: from the environment, else from the
 * profile's {@code callback}.
 *
 * @param encodingAesKey empty when messages are not encrypted
 * @param tokenOrigin where the Token was found, in words that follow "in"
 * @param keyOrigin the same of the EncodingAESKey
 */
public record CallbackSettings(
    String token, String encodingAesKey, String tokenOrigin, String keyOrigin) {
  static final String TOKEN_VARIABLE = "WXCARD_CALLBACK_TOKEN";
  static final String KEY_VARIABLE = "WXCARD_ENCODING_AES_KEY";

  private static final String PROFILE = "the profile's callback block";

  /** What somebody has typed. */
  public CallbackSettings(String token, String encodingAesKey, String origin) {
    this(token, encodingAesKey, origin, origin);
  }

  /** Whether all of it is in the environment, so that no profile is needed. */
  static boolean isWhole(Environment environment) {
    return environment.variable(TOKEN_VARIABLE).isPresent()
        && environment.variable(KEY_VARIABLE).isPresent();
  }

  static Optional<CallbackSettings> of(Environment environment, JsonNode tree, String profile) {
    JsonNode block = tree.path("profiles").path(profile).path("callback");
    Optional<String> token = environment.variable(TOKEN_VARIABLE);
    Optional<String> key = environment.variable(KEY_VARIABLE);
    boolean written = !block.isMissingNode() && !block.isNull();
    if (token.isEmpty() && !written) {
      return Optional.empty();
    }
    String place = "/profiles/" + profile + "/callback";
    CallbackSettings found =
        new CallbackSettings(
            token.orElseGet(() -> text(block, "token", place)),
            key.orElseGet(() -> text(block, "encodingAesKey", place)),
            token.isPresent() ? TOKEN_VARIABLE : PROFILE,
            key.isPresent() ? KEY_VARIABLE : PROFILE);
    if (found.token().isEmpty()) {
      throw wrong(place + " has no token");
    }
    return Optional.of(found);
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
        FailureKind.CONFIG,
        "in the config file, " + what,
        "Pass it to `wxcard config set callback.token`, or write \"callback\": {\"token\": \"…\","
            + " \"encodingAesKey\": \"…\"}, as in the console.");
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "CallbackSettings[…]";
  }
}
