package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Setting, showing and removing the address that events go to. */
final class CallbackTest {
  @Injected private RawSandbox raw;

  @Test
  void at_first_there_is_none() {
    JsonNode shown = raw.get("/sandbox/callback");

    assertThat(shown.path("errcode").asInt(-1)).isZero();
    assertThat(shown.get("url").isNull()).isTrue();
  }

  @Test
  void it_is_set_and_shown_without_its_secrets() {
    JsonNode answer = set(callback().put("mode", "safe"));
    JsonNode shown = raw.get("/sandbox/callback");

    assertThat(answer).isEqualTo(shown);
    assertThat(shown.path("url").asText()).isEqualTo("http://127.0.0.1:9/wechat?a=1");
    assertThat(shown.path("mode").asText()).isEqualTo("safe");
    assertThat(shown.path("token").asText()).isEqualTo("***");
    assertThat(shown.path("encodingAesKey").asText()).isEqualTo("***");
  }

  @Test
  void secrets_are_in_no_answer_and_not_in_the_journal() {
    set(callback());
    set(callback().put("url", "nowhere"));
    set(callback().put("encodingAesKey", Merchant.KEY + "x"));

    for (String path : new String[] {"/sandbox/callback", "/sandbox/events", "/sandbox/journal"}) {
      assertThat(raw.get(path).toString()).doesNotContain(Merchant.TOKEN, Merchant.KEY);
    }
    assertThat(raw.get("/sandbox/journal").toString()).contains("/sandbox/callback");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://127.0.0.1/, 40201",
    "/wechat, 40201",
    "127.0.0.1:8080/wechat, 40201",
    "http:///wechat, 40201",
    "http://127.0.0.1:0/, 40201",
    "http://127.0.0.1:65536/, 40201",
    "http://me:secret@127.0.0.1/, 40201",
    "http://127.0.0.1/#here, 40201",
    "http://a b/, 40201",
    "'', 40201",
    "http://127.0.0.1:65535, 0",
    "HTTPS://example.com/卡, 0"
  })
  void the_address_is_an_absolute_one_of_the_web(String url, int errcode) {
    assertThat(errcode(callback().put("url", url))).isEqualTo(errcode);
    assertThat(raw.get("/sandbox/callback").get("url").isNull()).isEqualTo(errcode != 0);
  }

  @Test
  void without_an_address_nothing_is_set() {
    ObjectNode callback = callback();
    callback.remove("url");

    assertThat(errcode(callback)).isEqualTo(40201);
  }

  @ParameterizedTest
  @CsvSource({
    "ab, 40097",
    "abc, 0",
    "abcdefghijklmnopqrstuvwxyz012345, 0",
    "abcdefghijklmnopqrstuvwxyz0123456, 40097",
    "a-b-c, 40097",
    "'abc ', 40097",
    "абв, 40097",
    "'', 40097"
  })
  void a_token_is_3_to_32_letters_or_digits(String token, int errcode) {
    assertThat(errcode(callback().put("token", token))).isEqualTo(errcode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "compatible", "safe"})
  void there_are_three_modes(String mode) {
    assertThat(set(callback().put("mode", mode)).path("mode").asText()).isEqualTo(mode);
  }

  @Test
  void plain_is_the_usual_mode_and_others_are_refused() {
    assertThat(set(callback()).path("mode").asText()).isEqualTo("plain");
    assertThat(errcode(callback().put("mode", "Safe"))).isEqualTo(40097);
    assertThat(errcode(callback().put("mode", "aes"))).isEqualTo(40097);
  }

  @Test
  void encrypted_modes_need_a_key_of_43_characters() {
    ObjectNode without = callback();
    without.remove("encodingAesKey");
    assertThat(errcode(without)).isZero();
    assertThat(errcode(without.put("mode", "safe"))).isEqualTo(40097);
    assertThat(errcode(without.put("mode", "compatible"))).isEqualTo(40097);
    assertThat(errcode(callback().put("mode", "safe").put("encodingAesKey", "short")))
        .isEqualTo(40097);
    assertThat(errcode(callback().put("encodingAesKey", Merchant.KEY.replace('a', '!'))))
        .isEqualTo(40097);
    assertThat(errcode(callback().put("mode", "safe"))).isZero();
  }

  @Test
  void null_and_delete_remove_it() {
    set(callback());
    assertThat(set(Json.object().putNull("url")).get("url").isNull()).isTrue();
    assertThat(raw.get("/sandbox/callback").get("url").isNull()).isTrue();

    set(callback());
    RawSandbox.json(raw.send("/sandbox/callback", HttpRequest.Builder::DELETE));
    assertThat(raw.get("/sandbox/callback").get("url").isNull()).isTrue();
  }

  @Test
  void a_reset_forgets_it() {
    set(callback());

    raw.post("/sandbox/reset", "{}");

    assertThat(raw.get("/sandbox/callback").get("url").isNull()).isTrue();
  }

  private static ObjectNode callback() {
    return Json.object()
        .put("url", "http://127.0.0.1:9/wechat?a=1")
        .put("token", Merchant.TOKEN)
        .put("encodingAesKey", Merchant.KEY);
  }

  private JsonNode set(JsonNode callback) {
    return raw.post("/sandbox/callback", Json.write(callback));
  }

  private int errcode(JsonNode callback) {
    return set(callback).path("errcode").asInt(-1);
  }
}
