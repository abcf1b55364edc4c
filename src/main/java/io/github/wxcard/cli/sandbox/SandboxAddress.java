package io.github.wxcard.cli.sandbox;

import io.github.wxcard.config.ResolvedAccount;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where a sandbox answers, and for whom. */
record SandboxAddress(URI base, String appId, String secret) {
  static SandboxAddress of(ResolvedAccount target) {
    return new SandboxAddress(target.apiBase(), target.appId(), target.secret());
  }

  /** An address of the web that has a host, without slashes at its end; empty for other texts. */
  static Optional<URI> web(String text) {
    try {
      URI address = new URI(text.strip().replaceAll("/+$", ""));
      String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
      return Optional.of(address)
          .filter(web -> web.getHost() != null)
          .filter(web -> scheme.equals("http") || scheme.equals("https"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
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
