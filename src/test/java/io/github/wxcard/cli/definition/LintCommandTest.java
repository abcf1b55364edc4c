package io.github.wxcard.cli.definition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.card.CardSchema;
import io.github.wxcard.cli.Cli;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.TerminalInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LintCommandTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    // With CI set a command that asks for an account would fail.
    wx = new Wxcard(home).with("CI", "1");
  }

  @Test
  void nothing_in_samples_has_a_finding_but_the_walkthroughs_own_slip() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("samples"))) {
      List<String> words =
          Stream.concat(
                  Stream.of("lint"),
                  files.map(Path::toString).filter(name -> name.endsWith(".json")).sorted())
              .toList();
      Run run = wx.run(words.toArray(String[]::new)).exits(0);
      assertThat(run.out())
          .startsWith("samples/walkthrough/step-4-qrcode.json:1:94: warning trailing-comma: ")
          .hasLineCount(1);
      assertThat(run.err())
          .contains("no errors and 1 warning in 18 files")
          .contains("step-7-consume.json is the body of /card/code/consume")
          .contains("step-6-whitelist.json is the body of /card/testwhitelist/set");
    }
  }

  @Test
  void the_summary_comes_after_the_findings_where_both_streams_are_one() {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    Console console = new Console(InputStream.nullInputStream(), both, both, TerminalInfo.piped());
    Cli.main(wx.environment(), console, "lint", "samples/walkthrough/step-4-qrcode.json");
    assertThat(both.toString(UTF_8))
        .contains("trailing-comma")
        .endsWith("no errors and 1 warning in 1 file\n");
  }

  @Test
  void a_file_that_cannot_be_read_stops_no_other() {
    Run run = wx.run("lint", "none.json", "src", broken("title"), "samples/gift.json").exits(3);
    assertThat(run.out().lines().toList())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("none.json:1:1: error file: none.json does not exist"))
        .anyMatch(line -> line.startsWith("src:1:1: error file: src is a folder"))
        .anyMatch(
            line -> line.contains("broken.json:9:18: error max-bytes: /card/cash/base_info/"));
    assertThat(run.err()).startsWith("error: 3 errors and no warnings in 4 files");
  }

  @Test
  void coupons_are_noted_to_be_for_a_sandbox() {
    Run run =
        wx.run("lint", "samples/gift.json", "samples/member-card.json", "samples/cash.json")
            .exits(0);
    assertThat(run.err())
        .startsWith("Since 2021-04-01 real accounts cannot create coupons any more")
        .contains("samples/gift.json, samples/cash.json")
        .doesNotContain("member-card");
    assertThat(wx.run("lint", "samples/meeting-ticket.json").exits(0).err())
        .doesNotContain("2021-04-01");
  }

  @Test
  void the_json_form_has_the_keys_of_the_contract() {
    Run run = wx.run("lint", "--json", broken("title"), "samples/gift.json").exits(3);
    JsonNode files = run.json().path("files");
    assertThat(files.at("/0").fieldNames()).toIterable().containsExactly("file", "ok", "findings");
    assertThat(files.at("/0/findings/0").fieldNames())
        .toIterable()
        .containsExactly("pointer", "line", "column", "level", "rule", "message", "fix");
    assertThat(files.at("/1/ok").booleanValue()).isTrue();
    assertThat(run.error().path("kind").textValue()).isEqualTo("input");
  }

  @Test
  void standard_input_is_a_file_too() {
    assertThat(wx.typing("{\"card\":{}").run("lint", "-").exits(3).out())
        .contains("-:1:11: error syntax: the text ends too early: } is missing");
  }

  @Test
  void a_file_in_another_encoding_is_still_looked_at() throws IOException {
    String gift = Files.readString(Path.of("samples/gift.json")).replace("CODE_TYPE_QRCODE", "QR");
    Path file = Files.write(home.resolve("gbk.json"), gift.getBytes(Charset.forName("GB18030")));
    assertThat(wx.run("lint", "--jq", ".files[].findings[].rule", file.toString()).exits(3).out())
        .isEqualTo("encoding\nenum\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"errcode\":0,\"errmsg\":\"ok\",\"card_id\":\"pFS7Fjg8kV1IdDz01r4SQwMkuCKc\"}",
        "{\"errcode\":40013,\"errmsg\":\"invalid appid\"}",
        "{\"errcode\":0,\"openid\":\"o\",\"card\":{\"card_id\":\"p\",\"begin_time\":1}}"
      })
  void an_answer_is_called_one(String answer) {
    assertThat(wx.typing(answer).run("lint", "-").exits(3).out())
        .hasLineCount(1)
        .contains("answer-as-request", "no request");
  }

  @Test
  void an_update_is_looked_at_without_asking_for_what_does_not_change() {
    String update = "{\"card_id\":\"p\",\"cash\":{\"base_info\":{\"color\":\"#63b359\"}}}";
    Run run = wx.typing(update).run("lint", "-").exits(3);
    assertThat(run.out()).hasLineCount(1).contains("error enum: /cash/base_info/color");
    assertThat(run.err()).contains("- is the body of /card/update");
  }

  @Test
  void the_schema_is_the_one_that_the_rules_come_from() {
    JsonNode schema = wx.run("lint", "--schema").exits(0).json();
    assertThat(schema).isEqualTo(CardSchema.document());
    assertThat(schema.path("$schema").textValue()).contains("2020-12");
    assertThat(schema.path("$id").textValue()).isNotEmpty();
    schema
        .at("/$defs/base_info/properties")
        .properties()
        .forEach(
            field -> assertThat(described(schema, field.getValue())).as(field.getKey()).isTrue());
  }

  private static boolean described(JsonNode schema, JsonNode field) {
    String target = field.path("$ref").asText("#").substring(1);
    return field.has("description")
        || field.has("answerOnly")
        || (!target.isEmpty() && schema.at(target).has("description"));
  }

  @Test
  void wrong_lines_are_usage() {
    wx.run("lint").exits(2);
    wx.run("lint", "-", "-").exits(2);
    wx.run("lint", "--schema", "a.json").exits(2);
    wx.run("lint", "--fix", "-", "a.json").exits(2);
    wx.run("lint", "--fix", "-", "--json").exits(2);
  }

  @Test
  void the_helps_examples_run() {
    HelpExamples.run(wx, "lint", Map.of()).forEach(run -> run.exits(0));
  }

  /** A cash coupon with a field that is too long. */
  private String broken(String field) {
    try {
      String good = Files.readString(Path.of("samples/cash.json"));
      String bad = good.replaceAll("\"" + field + "\": \"", "$0" + "长".repeat(30));
      return Files.writeString(home.resolve("broken.json"), bad).toString();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
