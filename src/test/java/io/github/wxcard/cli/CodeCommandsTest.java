package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code code deposit|check|count|void} against the built-in sandbox. */
@Timeout(120)
class CodeCommandsTest {
  private static final String GROUPON = Path.of("samples/groupon.json").toAbsolutePath().toString();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home).in(home);
  }

  private String depositCard() {
    return wx.run(
            "create",
            GROUPON,
            "--sandbox",
            "--set",
            "/base_info/use_custom_code=true",
            "--set",
            "/base_info/get_custom_code_mode=GET_CUSTOM_CODE_MODE_DEPOSIT",
            "--set",
            "/base_info/sku/quantity=0")
        .exits(0)
        .out()
        .strip();
  }

  private Run code(String... words) {
    String[] all = new String[words.length + 2];
    all[0] = "code";
    all[1] = "--sandbox";
    System.arraycopy(words, 0, all, 2, words.length);
    return wx.run(all);
  }

  private String write(String text) throws IOException {
    Files.writeString(home.resolve("codes.txt"), text);
    return "codes.txt";
  }

  @Test
  void codes_are_imported_in_packs_counted_and_checked() throws IOException {
    String card = depositCard();
    String file =
        write(IntStream.range(0, 250).mapToObj(i -> "mine" + i).collect(Collectors.joining("\n")));

    Run run = code("deposit", card, "--from", file).exits(0);

    assertThat(run.out()).isEqualTo("done 250, failed 0, repeated 0, already done 0\n");
    assertThat(run.err()).contains("250 new, 0 known and 0 refused", "wxcard card stock " + card);
    assertThat(code("count", card).exits(0).out()).isEqualTo("250\n");
    assertThat(code("count", card, "--json").exits(0).json().path("count").asInt()).isEqualTo(250);
    assertThat(code("check", card, "--from", file).exits(0).out()).startsWith("done 250, failed 0");
    assertThat(code("deposit", card, "--from", file).exits(0).err())
        .contains("0 new, 250 known and 0 refused");
  }

  @Test
  void a_code_that_was_not_taken_is_found_out_by_asking() throws IOException {
    String card = depositCard();
    String tooLong = "x".repeat(30);

    Run run = code("deposit", card, "a", tooLong, "b", "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows)
        .extracting(row -> row.path("ok").asBoolean())
        .containsExactly(true, false, true);
    assertThat(rows.get(1).at("/error/errmsg").asText()).contains("did not take");
    assertThat(code("count", card).exits(0).out()).isEqualTo("2\n");
  }

  @Test
  void a_card_that_takes_no_codes_stops_the_run_at_once() throws IOException {
    String card = wx.run("create", GROUPON, "--sandbox").exits(0).out().strip();
    String file =
        write(IntStream.range(0, 1000).mapToObj(i -> "mine" + i).collect(Collectors.joining("\n")));

    Run run = code("deposit", card, "--from", file, "--parallel", "1").exits(8);

    assertThat(run.err()).contains("45030", "were not sent");
    assertThat(wx.run("sandbox", "journal", "--json", "--sandbox").json().findValuesAsText("path"))
        .containsOnlyOnce("/card/code/deposit");
  }

  @Test
  void a_check_says_of_every_code_whether_it_is_there() throws IOException {
    String card = depositCard();
    code("deposit", card, "a").exits(0);

    Run run = code("check", card, "--from", write("a\nb\n"), "--json").exits(8);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).extracting(row -> row.path("exists").asBoolean()).containsExactly(true, false);
    assertThat(rows.get(0).fieldNames())
        .toIterable()
        .containsExactly("line", "code", "ok", "card_id", "openid", "exists");
    code("deposit", card, "b").exits(0);
    code("check", card, "--from", "codes.txt").exits(0);
  }

  @Test
  void codes_of_another_card_are_not_imported() throws IOException {
    String card = depositCard();
    String file = write("code,card_id\na,\nb,pOther\n");

    assertThat(code("deposit", card, "--from", file).exits(8).err())
        .contains("line 3: b:", "pOther");
    assertThat(code("count", card).exits(0).out()).isEqualTo("1\n");
  }

  @Test
  void a_code_is_made_void_and_then_cannot_be_redeemed() throws IOException {
    List<String> codes = new Campaign(wx).claimed(2);

    assertThat(
            code("void", codes.get(0), "--reason", "refund", "--json").exits(0).json().path("code"))
        .hasToString("\"" + codes.get(0) + "\"");
    assertThat(wx.run("consume", codes.get(0), "--sandbox").exits(5).err()).contains("40127");
    assertThat(code("void", codes.get(0)).exits(5).err()).contains("40127");
    code("void", "--from", write(codes.get(1) + "\n")).exits(0);
    assertThat(wx.run("consume", codes.get(1), "--sandbox").exits(5).err()).contains("40127");
  }

  @Test
  void bad_lines_are_told_before_any_call() {
    code("deposit", "").exits(3);
    code("deposit", " ", "a").exits(3);
    code("deposit", "p1", "").exits(3);
    code("check", "p1").exits(2);
    code("count", "").exits(3);
    code("void").exits(2);
    code("void", "").exits(3);
    assertThat(code("count", "p1").exits(5).err()).contains("40073");
    assertThat(code("deposit", "p1", "a").exits(8).err()).contains("line 1: a: errcode 40073");
  }

  @Test
  void the_examples_work() {
    String card = depositCard();
    for (String command : List.of("code deposit", "code check", "code count")) {
      HelpExamples.run(wx, command, Map.of(HelpExamples.CARD_ID, card))
          .forEach(run -> run.exits(0));
    }
    List<String> codes = new Campaign(wx).claimed(2);
    Map<String, String> actual =
        Map.of(HelpExamples.CODE, codes.get(0), HelpExamples.OTHER_CODE, codes.get(1));
    HelpExamples.run(wx, "code void", actual).forEach(run -> run.exits(0));
  }
}
