package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Map;

/** A sandbox's own paths, {@code /sandbox/…}: the user's side and the control panel, no token. */
public final class SandboxApi {
  private static final String HOW_TO_LOOK =
      "Look before you repeat: `wxcard sandbox journal` shows what the sandbox has done.";

  private final ApiClient api;
  private final ResolvedAccount target;

  SandboxApi(ApiClient api, ResolvedAccount target) {
    this.api = api;
    this.target = target;
  }

  /** {@code GET path}. */
  public JsonNode get(String path) {
    return api.call(local(ApiCall.get(path, Map.of())));
  }

  /** {@code GET path?name=value&…}. */
  public JsonNode get(String path, Map<String, String> query) {
    return api.call(local(ApiCall.get(path, query)));
  }

  /** {@code POST path} with a JSON body. */
  public JsonNode post(String path, JsonNode body) {
    return api.call(local(ApiCall.post(path, body, Idempotency.NOT_IDEMPOTENT).look(HOW_TO_LOOK)));
  }

  /** {@code DELETE path}. */
  public JsonNode delete(String path) {
    return api.call(local(ApiCall.delete(path)));
  }

  private ApiCall local(ApiCall call) {
    if (!target.isSandbox()) {
      throw Failure.of(
          FailureKind.USAGE,
          target.apiBase() + " is no sandbox",
          "Add --sandbox, or choose a profile whose base address is on this machine, or whose"
              + " AppID and secret are a new sandbox's.");
    }
    return call.anonymous();
  }
}
