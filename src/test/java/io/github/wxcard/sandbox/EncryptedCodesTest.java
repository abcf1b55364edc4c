package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.EncryptedCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes in links, and what becomes of those that were damaged on their way. */
final class EncryptedCodesTest {
  private static final String CARD_ID = "p5a4Db8kV1IdDz01r4SQwMkuCKcx";
  private static final String CODE = "759733467744";

  @Injected private RawSandbox raw;

  @Test
  void an_encrypted_code_comes_back() {
    String text = EncryptedCode.of(CARD_ID, CODE);

    assertThat(text)
        .isEqualTo(EncryptedCode.of(CARD_ID, CODE))
        .isNotEqualTo(EncryptedCode.of(CARD_ID, "759733467745"))
        .isNotEqualTo(EncryptedCode.of(CARD_ID.toLowerCase(Locale.ROOT), CODE));
    assertThat(decrypted(text)).isEqualTo(CODE);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 44",
    "759733467744, 44",
    "1234567890123, 64",
    "12345678901234567890, 64",
    "码, 44",
    "码码码码码码, 44"
  })
  void its_length_is_that_of_whole_blocks(String code, int length) {
    String text = EncryptedCode.of(CARD_ID, code);

    assertThat(text).matches("[A-Za-z0-9+/]+=*").hasSize(length);
    assertThat(decrypted(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {CODE, "12345678901234567890", "A-1"})
  void a_damaged_text_comes_back_with_a_garbled_tail(String code) {
    String whole = EncryptedCode.of(CARD_ID, code);
    List<String> damaged = new ArrayList<>();
    for (int length = 11; length < whole.length(); length++) {
      damaged.add(whole.substring(0, length));
    }
    damaged.add(whole + "%3D");
    damaged.add(whole + "\n");
    damaged.add(whole + whole);

    for (String text : damaged) {
      String garbled = decrypted(text);
      assertThat(garbled).as(text).contains("\ufffd");
      assertThat(code).startsWith(beforeGarbage(garbled));
    }
  }

  @Test
  void an_escape_that_stayed_leaves_the_digits_and_adds_garbage() {
    String text = EncryptedCode.of(CARD_ID, CODE).replace("=", "%3D");

    assertThat(text).hasSize(46);
    assertThat(decrypted(text)).startsWith(CODE).isNotEqualTo(CODE);
  }

  @Test
  void a_plus_that_became_a_blank_spoils_what_follows() {
    for (long code = 100_000_000_000L; code < 100_000_000_050L; code++) {
      String text = EncryptedCode.of(CARD_ID, Long.toString(code));
      String blank = text.replace('+', ' ');
      String garbled = decrypted(blank);
      assertThat(garbled.equals(Long.toString(code))).isEqualTo(blank.equals(text));
      assertThat(Long.toString(code)).startsWith(beforeGarbage(garbled));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "759733467744",
        "=",
        "%3D",
        "中文",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "XXIzTtMqCxwOaawoE91+VJdsFmv7b8g0VZIZkqf4GWA60Fzpc8ksZ/5ZZ0DVkXdE"
      })
  void what_the_account_did_not_encrypt_is_refused(String text) {
    assertThat(raw.errcode("/card/code/decrypt", encrypted(text))).isEqualTo(40075);
  }

  @Test
  void something_must_be_there_to_decrypt() {
    assertThat(raw.errcode("/card/code/decrypt", "{}")).isEqualTo(41011);
  }

  private String decrypted(String text) {
    JsonNode answer = raw.done("/card/code/decrypt", encrypted(text));
    return answer.path("code").asText();
  }

  private static String beforeGarbage(String code) {
    int garbage = code.indexOf('\ufffd');
    return garbage < 0 ? code : code.substring(0, garbage);
  }

  private static String encrypted(String text) {
    return Json.write(Json.object().put("encrypt_code", text));
  }
}
