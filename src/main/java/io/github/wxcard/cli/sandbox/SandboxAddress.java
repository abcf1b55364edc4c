package io.github.wxcard.cli.sandbox;

import io.github.wxcard.config.ResolvedAccount;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a sandbox answers, and for whom. */
record SandboxAddress(URI base, String appId, String secret) {
  static SandboxAddress of(ResolvedAccount target) {
    return new SandboxAddress(target.apiBase(), target.appId(), target.secret());
  }

  /** The variables that wxcard itself reads. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("WXCARD_API_BASE", base.toString());
    variables.put("WXCARD_APPID", appId);
    variables.put("WXCARD_SECRET", secret);
    return variables;
  }

  /** A text with all that in place of {@code {base}}, {@code {appid}} and the like. */
  String in(String text) {
    return text.replace("{base}", base.toString())
        .replace("{scheme}", base.getScheme())
        .replace("{authority}", base.getAuthority())
        .replace("{appid}", appId)
        .replace("{secret}", secret);
  }
}
