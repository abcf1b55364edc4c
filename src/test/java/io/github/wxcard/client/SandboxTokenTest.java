package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.SecretMask;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token of a sandbox goes to a sandbox's controls and nowhere else. */
class SandboxTokenTest {
  private static final String APP_ID = "wx5a4db0c0000c0de1";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String HEADER = "X-Wxcard-Token";
  private static final ApiCall STATUS = ApiCall.get("/sandbox/status", Map.of());

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8900, wx0, s, true",
    "http://localhost:8900, wx0, s, true",
    "http://wxcard-sandbox:8900, wx5a4db0c0000c0de1, 0123456789abcdef0123456789abcdef, true",
    "https://wxcard-sandbox:8900, wx5a4db0c0000c0de1, another, false",
    "https://proxy.example, wx0, s, false",
    "https://api.weixin.qq.com, wx0, s, false",
    "https://SH.api.weixin.qq.com, wx5a4db0c0000c0de1, 0123456789abcdef0123456789abcdef, false",
    "https://api.weixin.qq.com, wx5a4db0c0000c0de1, 0123456789abcdef0123456789abcdef, false",
  })
  void only_a_sandbox_gets_it(String base, String appId, String secret, boolean gets) {
    assertThat(headers("t0ken", target(base, appId, secret), STATUS).get(HEADER))
        .isEqualTo(gets ? "t0ken" : null);
  }

  @ParameterizedTest
  @CsvSource({"/card/get", "/cgi-bin/token", "/sandbox", "/sandboxes/x", "/x/sandbox/status"})
  void only_the_controls_get_it(String path) {
    ResolvedAccount target = target("http://127.0.0.1:8900", APP_ID, SECRET);
    ApiCall call = ApiCall.post(path, Json.object(), Idempotency.NOT_IDEMPOTENT);

    assertThat(headers("t0ken", target, call)).doesNotContainKey(HEADER);
  }

  @Test
  void line_breaks_around_it_are_no_part_of_it_and_within_it_are_told() {
    ResolvedAccount target = target("http://127.0.0.1:8900", APP_ID, SECRET);

    assertThat(headers(" t0ken\r\n", target, STATUS)).containsEntry(HEADER, "t0ken");
    assertThatThrownBy(() -> headers("t0\r\nX-Other: ken", target, STATUS))
        .hasMessageContaining("WXCARD_SANDBOX_TOKEN")
        .message()
        .doesNotContain("ken");
  }

  private static Map<String, String> headers(String token, ResolvedAccount target, ApiCall call) {
    Environment environment =
        new Environment(
            Map.of("WXCARD_SANDBOX_TOKEN", token),
            Path.of("."),
            Clock.systemUTC(),
            new SecureRandom());
    ClientOptions options = ClientOptions.usual("0");
    try (TransportPool transports = new TransportPool(environment)) {
      return new RequestSender(target, transports, environment, options, new SecretMask())
          .headers(call);
    }
  }

  private static ResolvedAccount target(String base, String appId, String secret) {
    URI address = URI.create(base);
    return new ResolvedAccount(
        "x", false, appId, secret, address, address, "key", Optional.empty(), Map.of());
  }
}
