package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedeemingTest {
  private static final String CARD_ID = "p5a4Db8kV1IdDz01r4SQwMkuCKcx";

  @TempDir Path folder;
  private RawSandbox raw;
  private Rows rows;

  @BeforeEach
  void start() {
    Path db = folder.resolve("sandbox.db");
    raw = RawSandbox.on(db, 1);
    rows = new Rows(db);
  }

  @AfterEach
  void close() {
    raw.close();
  }

  @Test
  void a_redeemed_code_is_told_to_the_merchant_once() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = "{\"code\": \"" + claim.path("code").asText() + "\"}";

    JsonNode answer = raw.done("/card/code/consume", code);
    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(40099);

    assertThat(answer.at("/card/card_id")).isEqualTo(claim.path("card_id"));
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(rows.events("user_consume_card"))
        .singleElement()
        .returns(claim.path("openid").asText(), Rows.Event::sender)
        .returns(claim.path("code").asText(), event -> event.field("UserCardCode"))
        .returns("FROM_API", event -> event.field("ConsumeSource"))
        .returns("", event -> event.field("LocationName"));
  }

  @ParameterizedTest
  @CsvSource({
    "GIFTING, 40127",
    "GIFT_TIMEOUT, 40127",
    "DELETE, 40127",
    "UNAVAILABLE, 40127",
    "CONSUMED, 40099"
  })
  void only_a_normal_code_is_redeemable(String status, int errcode) {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    rows.change("UPDATE code SET status = ?", status);
    String code = "{\"code\": \"" + claim.path("code").asText() + "\"}";

    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(errcode);
    assertThat(raw.errcode("/card/code/get", code)).isEqualTo(errcode);
    JsonNode shown = raw.done("/card/code/get", code.replace("}", ", \"check_consume\": false}"));
    assertThat(shown.path("user_card_status").asText()).isEqualTo(status);
    assertThat(shown.path("can_consume").asBoolean(true)).isFalse();
    assertThat(rows.events("user_consume_card")).isEmpty();
  }

  @Test
  void a_code_that_went_on_to_somebody_else_is_unknown_in_both_modes() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    rows.change("UPDATE code SET status = 'GIFT_SUCC'");
    String code = "{\"code\": \"" + claim.path("code").asText() + "\"}";

    assertThat(raw.errcode("/card/code/get", code)).isEqualTo(40056);
    assertThat(raw.errcode("/card/code/get", code.replace("}", ", \"check_consume\": false}")))
        .isEqualTo(40056);
    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(40056);
  }

  @Test
  void the_check_is_true_or_false() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String body = "{\"code\": \"%s\", \"check_consume\": %s}";
    String code = claim.path("code").asText();

    raw.done("/card/code/get", body.formatted(code, "true"));
    raw.done("/card/code/get", body.formatted(code, "null"));
    assertThat(raw.errcode("/card/code/get", body.formatted(code, "\"true\""))).isEqualTo(47001);
  }

  @Test
  void an_encrypted_code_comes_back() {
    String text = EncryptCode.of(CARD_ID, "759733467744");

    assertThat(text)
        .hasSize(64)
        .matches("[A-Za-z0-9+/]+")
        .isNotEqualTo(EncryptCode.of(CARD_ID, "759733467745"));
    assertThat(text).isEqualTo(EncryptCode.of(CARD_ID, "759733467744"));
    JsonNode answer = raw.done("/card/code/decrypt", encrypted(text));
    assertThat(answer.path("code").asText()).isEqualTo("759733467744");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "12345678901234", "123456789012345", "12345678901234567890", "码"})
  void codes_of_a_merchants_making_come_back_as_well(String code) {
    String text = EncryptCode.of(CARD_ID, code);

    assertThat(raw.done("/card/code/decrypt", encrypted(text)).path("code").asText())
        .isEqualTo(code);
  }

  @Test
  void a_text_that_was_decoded_twice_or_never_is_refused() {
    String text = withPlus();

    raw.done("/card/code/decrypt", encrypted(text));
    assertThat(raw.errcode("/card/code/decrypt", encrypted(text.replace('+', ' '))))
        .isEqualTo(40075);
    assertThat(raw.errcode("/card/code/decrypt", encrypted(RawSandbox.encode(text))))
        .isEqualTo(40075);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "759733467744",
        "XXIzTtMqCxwOaawoE91+VJdsFmv7b8g0VZIZkqf4GWA60Fzpc8ksZ/5ZZ0DVkXdE"
      })
  void what_the_account_did_not_encrypt_is_refused(String text) {
    assertThat(raw.errcode("/card/code/decrypt", encrypted(text))).isEqualTo(40075);
  }

  @Test
  void something_must_be_there_to_decrypt() {
    assertThat(raw.errcode("/card/code/decrypt", "{}")).isEqualTo(41011);
  }

  private static String withPlus() {
    for (long code = 100_000_000_000L; ; code++) {
      String text = EncryptCode.of(CARD_ID, Long.toString(code));
      if (text.contains("+")) {
        return text;
      }
    }
  }

  private static String encrypted(String text) {
    return Json.write(Json.object().put("encrypt_code", text));
  }
}
