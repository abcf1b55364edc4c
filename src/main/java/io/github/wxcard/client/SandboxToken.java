package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Map;
import java.util.Optional;

/**
 * What the controls of a sandbox on another machine want to hear. It goes to nobody else.
 *
 * @param value empty where none is set, or the target is a real account
 */
record SandboxToken(Optional<String> value) {
  private static final String VARIABLE = "WXCARD_SANDBOX_TOKEN";
  private static final String HEADER = "X-Wxcard-Token";
  private static final String CONTROLS = "/sandbox/";

  static SandboxToken of(Environment environment, ResolvedAccount target) {
    return new SandboxToken(
        target.isSandbox() ? environment.variable(VARIABLE).map(String::strip) : Optional.empty());
  }

  /** The headers that a call carries for it. */
  Map<String, String> headers(ApiCall call) {
    if (value.isEmpty() || !call.path().startsWith(CONTROLS)) {
      return Map.of();
    }
    if (!value.get().chars().allMatch(each -> each > ' ' && each < 0x7f)) {
      throw Failure.of(
          FailureKind.CONFIG,
          VARIABLE + " holds a blank, a line break or something else than ASCII",
          "Set it to what `wxcard sandbox serve` has, or printed when it started.");
    }
    return Map.of(HEADER, value.get());
  }
}
