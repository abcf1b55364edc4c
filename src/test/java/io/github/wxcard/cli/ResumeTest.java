package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --resume} when the file, or the journal, is not what it was. */
@Timeout(120)
class ResumeTest {
  private static final TerminalInfo TERMINAL =
      new TerminalInfo(true, false, false, () -> 80, ColorChoice.AUTO);

  @TempDir Path home;
  private Wxcard wx;
  private Campaign campaign;
  private List<String> codes;

  /** Five codes, of which a first run has redeemed two. */
  @BeforeEach
  void aRunThatWasCutShort() throws IOException {
    wx = new Wxcard(home).in(home).with("WXCARD_PROFILE", "sandbox");
    campaign = new Campaign(wx);
    codes = campaign.claimed(6);
    write(codes.subList(0, 5));
    fault("--daily", "2");
    assertThat(consume("--parallel", "1").exits(8).out()).startsWith("done 2, failed 1");
    wx.run("sandbox", "fault", "clear").exits(0);
  }

  private void fault(String... kind) {
    List<String> words = new ArrayList<>(List.of("sandbox", "fault", "add"));
    words.addAll(List.of("--path", "/card/code/consume"));
    words.addAll(List.of(kind));
    wx.run(words.toArray(String[]::new)).exits(0);
  }

  private void write(List<String> lines) throws IOException {
    Files.write(home.resolve("codes.txt"), lines);
  }

  private Run consume(String... more) {
    List<String> words = new ArrayList<>(List.of("consume", "--from", "codes.txt"));
    words.addAll(List.of(more));
    return wx.run(words.toArray(String[]::new));
  }

  /** How many requests to redeem there have been, refused ones and all. */
  private long sent() {
    JsonNode journal = wx.run("sandbox", "journal", "--json").exits(0).json();
    return journal.findValuesAsText("path").stream().filter("/card/code/consume"::equals).count();
  }

  private Path journal() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve(".local/state/wxcard/batches"))) {
      return files.filter(file -> file.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  private static List<String> edited(List<String> lines, String how) {
    List<String> other = new ArrayList<>(lines);
    switch (how) {
      case "inserted" -> other.add(0, "# monday");
      case "removed" -> other.remove(0);
      case "reversed" -> Collections.reverse(other);
      case "with a header" -> other.add(0, "code");
      default -> other.add("");
    }
    return other;
  }

  @Test
  void a_first_run_says_that_there_was_none_and_begins() throws IOException {
    Files.writeString(home.resolve("others.txt"), codes.get(5) + "\n");
    Run run = wx.run("consume", "--from", "others.txt", "--resume").exits(0);
    assertThat(run.out()).startsWith("done 1, failed 0");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("No earlier run", "others.txt", "begins");
    assertThat(wx.run("consume", "--from", "others.txt", "--resume").exits(0).err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"inserted", "removed", "reversed", "with a header", "appended"})
  void an_edited_file_is_not_begun_anew_in_silence_and_its_codes_are_known(String how)
      throws IOException {
    List<String> lines = edited(codes.subList(0, 5), how);
    lines.add(codes.get(5));
    write(lines);
    long before = sent();
    for (String format : List.of("--json", "--dry-run", "--parallel=2")) {
      Run run = consume("--resume", format).exits(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains("codes.txt has changed", "nothing was sent", "--restart");
    }
    assertThat(sent()).isEqualTo(before);

    Run run = consume("--restart", "--json").exits(0);

    List<JsonNode> rows = ConsumeBatchTest.rows(run);
    assertThat(rows).isNotEmpty().allMatch(row -> row.path("ok").asBoolean());
    assertThat(rows)
        .filteredOn(row -> row.has("already_done"))
        .hasSize(how.equals("removed") ? 1 : 2);
    assertThat(rows)
        .filteredOn(row -> row.has("already_done"))
        .allMatch(row -> codes.subList(0, 2).contains(row.path("code").asText()))
        .allMatch(row -> lines.get(row.path("line").asInt() - 1).equals(row.path("code").asText()));
    assertThat(sent()).as("every open code once").isEqualTo(before + 4);
    assertThat(consume("--resume").exits(0).out()).startsWith("done 0, failed 0");
  }

  @Test
  void at_a_terminal_it_is_asked() throws IOException {
    write(edited(codes, "reversed"));
    long before = sent();
    Run no =
        wx.on(TERMINAL).typing("n\n").run("consume", "--from", "codes.txt", "--resume").exits(0);
    assertThat(no.err()).contains("codes.txt has changed", "[y/N]");
    assertThat(sent()).isEqualTo(before);

    Run yes = wx.typing("y\n").run("consume", "--from", "codes.txt", "--resume").exits(0);

    assertThat(yes.out()).isEqualTo("done 4, failed 0, repeated 0, already done 2\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"header", "hole", "emptied", "torn header", "other batch"})
  void a_damaged_journal_is_told_and_what_it_does_not_tell_is_looked_up(String damage)
      throws IOException {
    String whole = Files.readString(journal());
    int result = whole.indexOf("D {");
    Files.writeString(
        journal(),
        switch (damage) {
          case "header" -> "garbage" + whole;
          case "hole" -> whole.substring(0, result + 9) + "?\n?" + whole.substring(result + 9);
          case "emptied" -> "";
          case "torn header" -> whole.substring(0, 40);
          default -> whole.replace("codes.txt", "codes.csv");
        });
    long before = sent();
    Run refused = consume("--resume", "--json").exits(2);
    assertThat(refused.error().path("errmsg").asText()).contains("damaged", "nothing was sent");
    assertThat(refused.error().path("fix").asText()).contains("--restart", "looked up");
    boolean nothingLeft = damage.equals("emptied") || damage.equals("torn header");
    assertThat(consume(nothingLeft ? "--resume" : "--parallel=2").err()).contains("damaged");
    assertThat(sent()).isEqualTo(before);

    Run run = consume("--restart", "--json").exits(0);

    assertThat(ConsumeBatchTest.rows(run)).isNotEmpty().allMatch(row -> row.path("ok").asBoolean());
    assertThat(sent()).as("what was redeemed is not sent again").isEqualTo(before + 3);
    assertThat(consume("--resume").exits(0).out()).contains("already done 5");
  }

  @Test
  void a_journal_that_was_cut_off_goes_on() throws IOException {
    String whole = Files.readString(journal());
    Files.writeString(journal(), whole.substring(0, whole.indexOf("D {") + 20));
    long before = sent();

    Run run = consume("--resume", "--json").exits(0);

    assertThat(ConsumeBatchTest.rows(run)).filteredOn(row -> row.has("recovered")).hasSize(2);
    assertThat(sent()).isEqualTo(before + 3);
  }

  @Test
  void a_file_that_was_moved_and_one_that_is_piped_in_are_known_by_their_codes()
      throws IOException {
    Files.move(home.resolve("codes.txt"), home.resolve("moved.txt"));
    long before = sent();

    Run moved = wx.run("consume", "--from", "moved.txt", "--resume").exits(0);

    assertThat(moved.out()).isEqualTo("done 3, failed 0, repeated 0, already done 2\n");
    assertThat(moved.err()).contains("No earlier run over moved.txt");
    wx.typing(String.join("\n", codes));
    Run piped = wx.run("consume", "--from", "-", "--resume").exits(0);
    assertThat(piped.out()).isEqualTo("done 1, failed 0, repeated 0, already done 5\n");
    assertThat(sent()).isEqualTo(before + 4);
  }

  @Test
  void another_account_and_another_command_know_nothing_of_it() throws IOException {
    wx.with("WXCARD_SANDBOX_DB", home.resolve("other.db").toString());
    Run run = consume("--resume", "--json").exits(8);
    assertThat(run.err()).contains("No earlier run");
    assertThat(ConsumeBatchTest.rows(run))
        .isNotEmpty()
        .allMatch(row -> row.at("/error/errcode").asInt() == 40056);
    assertThat(wx.run("code", "void", "--from", "codes.txt", "--resume").err())
        .contains("No earlier run");
  }

  @Test
  void an_import_asks_as_well_and_sends_everything_again() throws IOException {
    String cardId =
        wx.run(
                "create",
                Path.of("samples/groupon.json").toAbsolutePath().toString(),
                "--set=/base_info/use_custom_code=true",
                "--set=/base_info/get_custom_code_mode=GET_CUSTOM_CODE_MODE_DEPOSIT",
                "--set=/base_info/sku/quantity=0")
            .exits(0)
            .out()
            .strip();
    write(List.of("A1"));
    wx.run("code", "deposit", cardId, "--from", "codes.txt", "--resume").exits(0);
    write(List.of("A1", "A2"));
    wx.run("code", "deposit", cardId, "--from", "codes.txt", "--resume").exits(2);
    Run run = wx.run("code", "deposit", cardId, "--from", "codes.txt", "--restart").exits(0);
    assertThat(run.out()).startsWith("done 2");
  }
}
