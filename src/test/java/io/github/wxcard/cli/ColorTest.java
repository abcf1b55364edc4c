package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.Table;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where colour shows, and that it can be refused everywhere. */
class ColorTest {
  private static final String COLOUR = "\u001b\\[[0-9;]+m";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void onATerminal() throws IOException {
    Files.writeString(
        home.resolve("card.json"), "{\"card\":{\"card_type\":\"GROUPON\",\"groupon\":{\"x\":1}}}");
    Files.writeString(home.resolve("codes.txt"), "1\n");
    wx = new Wxcard(home).in(home).on(terminal(100, ColorChoice.AUTO));
  }

  private static TerminalInfo terminal(int width, ColorChoice choice) {
    return new TerminalInfo(true, true, true, () -> width, choice);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello --sandbox",
        "hello --sandbox --code 1",
        "lint card.json",
        "create card.json --sandbox",
        "explain 40056 --json",
        "card list --sandbox --json --lines",
        "new gift",
        "doctor --sandbox",
        "consume 1 --sandbox",
        "consume 1 --sandbox --json",
        "consume --from codes.txt --sandbox",
        "consume --nonsense",
        "api GET /card/getcolors --sandbox --json",
        "create card.json --no-lint --sandbox --dry-run"
      })
  void a_terminal_shows_colour_unless_it_is_refused(String line) {
    wx.run("new", "gift", "--out", "gift.json", "--force").exits(0);
    wx.run("create", "gift.json", "--sandbox").exits(0);
    Run coloured = wx.run(line.split(" "));
    assertThat(coloured.out() + coloured.err()).as(line).containsPattern(COLOUR);

    Run refused = wx.run((line + " --color never").split(" "));
    assertThat(refused.out() + refused.err()).as(line).doesNotContainPattern(COLOUR);

    wx.on(terminal(100, ColorChoice.NEVER));
    Run without = wx.run(line.split(" "));
    assertThat(without.out() + without.err()).as(line).doesNotContainPattern(COLOUR);

    wx.on(TerminalInfo.piped());
    Run piped = wx.run(line.split(" "));
    assertThat(piped.out() + piped.err()).as(line).doesNotContainPattern(COLOUR);
    Run forced = wx.run((line + " --color=always").split(" "));
    assertThat(forced.out() + forced.err()).as(line).containsPattern(COLOUR);
  }

  @Test
  void an_answer_is_coloured_for_a_person_alone() {
    String[] call = {"api", "GET", "/card/getcolors", "--sandbox"};
    assertThat(wx.run(call).exits(0).out()).containsPattern(COLOUR);
    wx.on(TerminalInfo.piped());
    assertThat(wx.run(call).exits(0).out()).startsWith("{\"errcode\":0,");
  }

  @Test
  void states_have_the_colour_of_what_they_say() {
    assertThat(wx.run("hello", "--sandbox").exits(0).out())
        .contains("1 token       \u001b[32mok\u001b[0m   ");
    assertThat(wx.run("hello", "--sandbox", "--code", "1").exits(8).out())
        .contains("7 consume     \u001b[1;31mFAIL\u001b[0m ");
    assertThat(wx.run("lint", "card.json").exits(3).out())
        .contains("\u001b[1;31merror\u001b[0m required");
    assertThat(wx.run("doctor", "--sandbox").out()).contains("\u001b[32mok\u001b[0m      ");
  }

  @Test
  void findings_and_steps_on_a_narrow_terminal_are_broken_between_words() {
    wx.on(terminal(60, ColorChoice.NEVER));
    String narrow = wx.run("lint", "card.json").exits(3).out();
    assertThat(narrow.lines())
        .allMatch(line -> Table.width(line) <= 60)
        .anyMatch(line -> line.startsWith("  "));
    wx.on(TerminalInfo.piped());
    String wide = wx.run("lint", "card.json").exits(3).out();
    assertThat(narrow.replace("\n  ", " ")).isEqualTo(wide);
  }
}
