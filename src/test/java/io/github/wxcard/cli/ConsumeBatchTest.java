package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code consume --from} against the built-in sandbox. */
@Timeout(120)
class ConsumeBatchTest {
  @TempDir Path home;
  private Wxcard wx;
  private Campaign campaign;

  @BeforeEach
  void aCard() {
    wx = new Wxcard(home).in(home);
    campaign = new Campaign(wx);
  }

  static List<JsonNode> rows(Run run) throws IOException {
    List<JsonNode> rows = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      rows.add(Json.read(line));
    }
    return rows;
  }

  private String write(String text) throws IOException {
    Files.writeString(home.resolve("codes.txt"), text);
    return "codes.txt";
  }

  private Run consume(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "consume";
    words[1] = "--sandbox";
    System.arraycopy(options, 0, words, 2, options.length);
    return wx.run(words);
  }

  private long redeemed() {
    JsonNode codes = wx.run("sandbox", "export", "--json").exits(0).json().at("/tables/code");
    return codes.findValuesAsText("status").stream().filter("CONSUMED"::equals).count();
  }

  @Test
  void every_code_of_a_file_is_redeemed_and_told_in_its_order() throws IOException {
    List<String> codes = campaign.claimed(3);
    String file = write("\uFEFF# monday\r\n" + String.join("\r\n\r\n", codes));

    Run run = consume("--from", file, "--json").exits(0);

    assertThat(rows(run)).extracting(row -> row.path("line").asInt()).containsExactly(2, 4, 6);
    assertThat(rows(run)).extracting(row -> row.path("code").asText()).isEqualTo(codes);
    JsonNode first = rows(run).get(0);
    assertThat(first.path("ok").asBoolean()).isTrue();
    assertThat(first.path("card_id").asText()).isEqualTo(campaign.cardId);
    assertThat(first.path("openid").asText()).startsWith("o5a4Db");
    assertThat(run.err()).isEmpty();
    assertThat(redeemed()).isEqualTo(3);
  }

  @Test
  void what_cannot_be_done_is_told_and_the_rest_is_done_all_the_same() throws IOException {
    List<String> codes = campaign.claimed(2);
    String file =
        write(codes.get(0) + "\n000000000000\n" + codes.get(0) + "\na,b\n" + codes.get(1) + "\n");

    Run json = consume("--from", file, "--json").exits(8);

    List<JsonNode> rows = rows(json);
    assertThat(rows).extracting(row -> row.path("line").asInt()).containsExactly(1, 2, 3, 4, 5);
    assertThat(rows)
        .extracting(row -> row.path("ok").asBoolean())
        .containsExactly(true, false, true, false, true);
    assertThat(rows.get(1).at("/error/errcode").asInt()).isEqualTo(40056);
    assertThat(rows.get(2).path("repeats").asInt()).isEqualTo(1);
    assertThat(rows.get(3).at("/error/kind").asText()).isEqualTo("input");
    assertThat(json.error().path("kind").asText()).isEqualTo("partial");
    assertThat(redeemed()).isEqualTo(2);

    Run text = consume("--from", file, "--resume").exits(8);
    assertThat(text.out()).isEqualTo("done 0, failed 2, repeated 1, already done 2\n");
    assertThat(text.err()).contains("line 2: 000000000000: errcode 40056", "line 4: a,b:");
  }

  @Test
  void an_unfinished_run_is_resumed_or_forgotten_only_when_asked() throws IOException {
    List<String> codes = campaign.claimed(2);
    String file = write(codes.get(0) + "\n" + codes.get(1) + "\n");
    fault("--path", "/card/code/consume", "--daily", "1");
    consume("--from", file, "--parallel", "1").exits(8);

    Run again = consume("--from", file).exits(3);
    assertThat(again.err()).contains("--resume", "--restart");
    assertThat(consume("--from", file, "--dry-run").exits(3).err()).contains("--resume");
    Run left = consume("--from", file, "--dry-run", "--resume").exits(0);
    assertThat(left.err()).contains("1 code would be sent", "1 already done");
    assertThat(left.out()).contains(codes.get(1)).doesNotContain(codes.get(0));
    assertThat(again.out()).isEmpty();

    List<JsonNode> resumed = rows(consume("--from", file, "--resume", "--json").exits(8));
    assertThat(resumed.get(0).path("already_done").asBoolean()).isTrue();
    assertThat(resumed.get(0).path("openid").asText()).startsWith("o5a4Db");
    wx.run("sandbox", "fault", "clear").exits(0);
    Run anew = consume("--from", file, "--restart", "--json").exits(8);
    assertThat(rows(anew).get(0).at("/error/errcode").asInt()).isEqualTo(40099);
  }

  @Test
  void a_finished_run_has_nothing_left_to_resume_and_may_begin_anew() throws IOException {
    String file = write(campaign.claimed(1).get(0));
    consume("--from", file).exits(0);

    assertThat(consume("--from", file, "--resume").exits(0).out()).contains("already done 1");
    assertThat(consume("--from", file).exits(8).err()).contains("40099");
  }

  @Test
  void csv_names_the_card_beside_the_code_and_standard_input_will_do() throws IOException {
    List<String> codes = campaign.claimed(2);
    wx.typing(
        "code,card_id\n" + codes.get(0) + "," + campaign.cardId + "\n" + codes.get(1) + ",pX\n");

    Run run = consume("--from", "-", "--json").exits(8);

    assertThat(rows(run).get(0).path("ok").asBoolean()).isTrue();
    assertThat(rows(run).get(1).at("/error/errcode").asInt()).isEqualTo(40056);
    assertThat(consume("--from", "-", "--resume").exits(8).out()).contains("already done 1");
  }

  @Test
  void a_dry_run_sends_and_remembers_nothing() throws IOException {
    List<String> codes = campaign.claimed(2);
    String file = write(String.join("\n", codes));

    JsonNode requests = consume("--from", file, "--dry-run", "--json").exits(0).json();

    assertThat(requests.path("requests")).hasSize(2);
    assertThat(requests.at("/requests/1/body/code").asText()).isEqualTo(codes.get(1));
    assertThat(redeemed()).isZero();
    consume("--from", file).exits(0);
  }

  @Test
  void a_dry_run_tells_bad_lines_and_how_many_would_be_sent_and_ends_as_the_run_would()
      throws IOException {
    List<String> codes = campaign.claimed(2);
    String bad = codes.get(0) + "\na,b\n" + codes.get(1) + "\n1 2\n" + codes.get(0) + "\n";

    Run text = consume("--from", write(bad), "--dry-run").exits(8);
    assertThat(text.err()).contains("line 2: a,b: ", "line 4: 1 2: ", "2 lines cannot be used");
    assertThat(text.err()).contains("2 codes would be sent; 2 lines cannot be used, 1 repeated");
    assertThat(text.out()).contains("POST ").doesNotContain("a,b");

    Run json = consume("--from", write(bad), "--dry-run", "--json").exits(8);
    assertThat(json.json().path("requests")).hasSize(2);
    assertThat(json.json().at("/lines/1/line").asInt()).isEqualTo(4);
    assertThat(json.json().at("/lines/1/error/kind").asText()).isEqualTo("input");
    assertThat(json.error().path("kind").asText()).isEqualTo("partial");
    assertThat(redeemed()).isZero();

    assertThat(consume("--from", write("a,b\n"), "--dry-run").exits(8).err()).contains("0 codes");
  }

  @Test
  void lines_that_make_no_sense_are_usage() throws IOException {
    String file = write("1\n");
    consume().exits(2);
    consume("1", "--from", file).exits(2);
    consume("1", "--resume").exits(2);
    consume("--from", file, "--resume", "--restart").exits(2);
    consume("--from", file, "--parallel", "0").exits(2);
    consume("--from", file, "--parallel", "65").exits(2);
    consume("--from", file, "--rate", "fast").exits(2);
    assertThat(consume("--from", "absent.txt").exits(3).err()).contains("absent.txt");
    assertThat(consume("--from", ".").exits(3).err()).contains("folder");
  }

  @Test
  void an_input_without_a_code_is_bad_input() throws IOException {
    for (String text : List.of("", "\n\n", "# later\n", "code,card_id\n")) {
      Run run = consume("--from", write(text)).exits(3);
      assertThat(run.err()).contains("codes.txt", "there is no code in it");
      assertThat(run.out()).isEmpty();
      consume("--from", "codes.txt", "--dry-run").exits(3);
    }
    wx.typing("");
    assertThat(consume("--from", "-").exits(3).err()).contains("standard input", "no code in it");
  }

  @Test
  void a_code_with_a_blank_is_sent_neither_from_a_file_nor_from_the_line() throws IOException {
    String good = campaign.claimed(1).get(0);
    Run run = consume("--from", write(good + "\n" + "7597 3346 7744\n"), "--json").exits(8);

    assertThat(rows(run).get(1).path("line").asInt()).isEqualTo(2);
    assertThat(rows(run).get(1).at("/error/kind").asText()).isEqualTo("input");
    assertThat(consume("7597 3346 7744").exits(3).err()).contains("holds a blank");
  }

  @Test
  void the_hint_for_standard_input_says_that_it_must_be_given_again() {
    List<String> codes = campaign.claimed(2);
    fault("--path", "/card/code/consume", "--daily", "1");
    wx.typing(String.join("\n", codes));

    Run run = consume("--from", "-", "--parallel", "1").exits(8);

    assertThat(run.err()).contains("--resume and the same input piped in again");
  }

  private void fault(String... options) {
    List<String> words = new ArrayList<>(List.of("sandbox", "fault", "add", "--sandbox"));
    words.addAll(List.of(options));
    wx.run(words.toArray(String[]::new)).exits(0);
  }

  @Test
  void the_examples_work() {
    List<String> codes = campaign.claimed(2);
    Map<String, String> actual =
        Map.of(HelpExamples.CODE, codes.get(0), HelpExamples.OTHER_CODE, codes.get(1));
    HelpExamples.run(wx, "consume", actual).forEach(run -> run.exits(0));
    assertThat(redeemed()).isEqualTo(2);
  }
}
