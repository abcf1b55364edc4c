package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are masked in requests that are wrong, too; and what is long is cut everywhere. */
final class JournalSecretsTest {
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'secret': 'hidden text'}",
        "{secret: \"hidden text\"}",
        "{\"Secret\": \"hidden text\"}",
        "{\"app_secret\": \"hidden text\"}",
        "{\"secret\": [\"hidden text\"]}",
        "{\"secret\": hidden0123456789}",
        "{\"secret\": \"hidden text",
        "{\"secret\": \"a\\\\\\\"hidden text\"}",
        "{\"secret\": 12, \"token\": hidden0123456789}",
        "{\"Token\": \"hidden\", \"mode\": \"safe\"}",
        "{\"EncodingAESKey\": \"hidden\"}",
        "{\"encoding_aes_key\" = \"hidden\"}",
        "{\"aeskey\":\n\"hidden\"}",
        "grant_type=client_credential&secret=hidden&appid=wx",
        "<xml><secret>hidden text</secret></xml>",
        "{\"x\": \"" + SECRET + "\"}",
        "{\"secre\\u0074\": \"" + SECRET + "\"}",
      })
  void a_body_that_is_wrong_shows_no_secret(String body) {
    raw.post("/cgi-bin/stable_token", body);
    raw.post("/sandbox/callback", body);

    String journal = raw.get("/sandbox/journal").toString();
    assertThat(journal).contains("***").doesNotContain("hidden", SECRET);
  }

  @Test
  void an_address_shows_no_secret() {
    String token = raw.token();
    raw.post("/cgi-bin/clear_quota/v2?appsecret=hidden", "{}");
    raw.post("/card/get?Access_Token=hidden&token=hidden&EncodingAESKey=hidden", "{}");
    raw.post("/card/get&access_token=" + token, "{}");
    raw.post("/cgi-bin/token;secret=hidden", "{}");
    raw.call("/card/get", "{\"x\": \"" + token + "\"}");

    String journal = raw.get("/sandbox/journal").toString();
    assertThat(journal).contains("/card/get&access_token=***").doesNotContain("hidden", token);
  }

  @Test
  void what_is_no_secret_stays() {
    raw.post(
        "/sandbox/callback",
        "{\"mode\": \"plain\", \"token\": \"hidden1\", \"encodingAesKey\": \"%s\", \"url\": \"x\"}"
            .formatted(KEY));

    assertThat(raw.get("/sandbox/journal").at("/entries/0/request").asText())
        .isEqualTo(
            "{\"mode\": \"plain\", \"token\": \"***\", \"encodingAesKey\": \"***\", \"url\": \"x\"}");
  }

  @Test
  void reasons_and_addresses_are_cut() {
    raw.call("/card/get", "{\"card_id\": \"a\\u001b\\n" + "x".repeat(100_000) + "\"}");
    raw.get("/" + "y".repeat(30_000) + "?q=" + "z".repeat(30_000));

    assertThat(raw.get("/sandbox/journal").at("/entries/1/reason").asText())
        .startsWith("there is no card a  xxx")
        .endsWith("…")
        .hasSize(501);
    assertThat(raw.get("/sandbox/journal").toString().length()).isLessThan(30_000);
  }
}
