package io.github.wxcard.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The secrets that environment variables hold, those inside addresses among them. */
public final class EnvironmentSecrets {
  private static final List<String> VALUES =
      List.of(
          "WXCARD_SECRET",
          "WXCARD_SANDBOX_TOKEN",
          "WXCARD_CALLBACK_TOKEN",
          "WXCARD_ENCODING_AES_KEY");

  private static final List<String> ADDRESSES =
      List.of("WXCARD_TOKEN_STORE", "HTTPS_PROXY", "https_proxy");

  private EnvironmentSecrets() {}

  public static Set<String> of(Environment environment) {
    Set<String> secrets = new HashSet<>();
    for (String name : VALUES) {
      secrets.add(environment.variable(name).orElse(""));
    }
    for (String name : ADDRESSES) {
      String address = environment.variable(name).orElse("");
      if (address.indexOf('@') >= 0) {
        secrets.addAll(
            TokenStoreAddress.secrets(address.contains("://") ? address : "http://" + address));
      }
    }
    secrets.remove("");
    return secrets;
  }
}
