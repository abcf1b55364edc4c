package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of codes as spreadsheets leave them, imported for good. */
class CodeFilesTest {
  @TempDir Path home;
  private Shop shop;
  private String cardId;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    cardId =
        shop.card(
            "/base_info/use_custom_code=true",
            "/base_info/get_custom_code_mode=GET_CUSTOM_CODE_MODE_DEPOSIT",
            "/base_info/sku/quantity=0");
  }

  private String file(byte[] content) throws IOException {
    return Files.write(home.resolve("codes.csv"), content).toString();
  }

  private Run deposit(String content, String... more) throws IOException {
    String from = file(content.getBytes(StandardCharsets.UTF_8));
    return shop.run(
        String.join(" ", "code deposit", cardId, "--from", from, "--json") + String.join("", more));
  }

  private int imported() {
    return shop.run("code count " + cardId + " --json").exits(0).json().path("count").asInt();
  }

  private boolean isImported(String code) {
    return shop.run("code check " + cardId + " " + code).exitCode() == 0;
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`code;name\n0001;王\n0002;李\n`",
        "`\uFEFFsep=,\r\nName,Coupon Code\r\nx,0001\r\n\"y, z\",0002\r\n`",
        "`0001\r0002\r`",
        "`券码\t名称\n0001\t王\n0002\t李\n`",
      })
  void the_codes_of_a_spreadsheet_are_imported_and_nothing_else(String content) throws IOException {
    List<JsonNode> rows = ConsumeBatchTest.rows(deposit(content).exits(0));

    assertThat(rows).extracting(row -> row.path("code").asText()).containsExactly("0001", "0002");
    assertThat(imported()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7.59734E+11", "'0062345678", "１２３４５６", "12345.0", "#REF!", "0001;;;"})
  void what_is_spoilt_is_told_and_not_imported(String spoilt) throws IOException {
    Run run = deposit(spoilt + "\n0009\n").exits(8);

    JsonNode row = ConsumeBatchTest.rows(run).get(0);
    assertThat(row.path("ok").asBoolean(true)).isFalse();
    assertThat(row.at("/error/kind").asText()).isEqualTo("input");
    assertThat(imported()).isOne();
    assertThat(isImported("0009")).isTrue();
  }

  @Test
  void a_file_that_cannot_be_understood_is_exit_3_and_nothing_is_sent() throws IOException {
    for (byte[] content :
        List.of(
            "名称;数量\n咖啡;3\n".getBytes(StandardCharsets.UTF_8),
            "value\n0001\n".getBytes(StandardCharsets.UTF_8),
            "券码,名称\n0001,王\n".getBytes(Charset.forName("GBK")),
            "code\n0001\n".getBytes(StandardCharsets.UTF_16))) {
      String line = "code deposit " + cardId + " --from " + file(content);
      for (String option : List.of("", " --dry-run", " --resume")) {
        Run run = shop.run(line + option).exits(3);
        assertThat(run.err()).contains("codes.csv cannot be used: it", "Next: ");
        assertThat(run.out()).isEmpty();
      }
    }
    assertThat(shop.calls("/card/code/deposit")).isZero();
  }

  @Test
  void a_line_that_cannot_be_read_has_no_code_to_name() throws IOException {
    String from = file("code\nA\u00ff\n".getBytes(StandardCharsets.ISO_8859_1));

    Run run = shop.run("code deposit " + cardId + " --from " + from).exits(8);

    assertThat(run.err()).contains("line 2: the line is not UTF-8: byte 0xff");
  }

  @Test
  void digits_that_seem_lost_are_doubted_and_the_rest_of_the_file_is_as_it_is() throws IOException {
    Run run = deposit("code\n12345678901234500000\n12345678901234600000\n").exits(0);
    assertThat(run.err()).contains("warning: every code of over 15 digits ends in zeros");
    assertThat(deposit("code\n12345678901234500000\n", " --dry-run").err()).contains("warning:");
  }
}
