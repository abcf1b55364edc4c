package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody who mistyped a sandbox verb knows what to do next. */
final class SandboxWordingTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void two_effects_exclude_each_other() {
    assertThat(wx.run("sandbox", "fault", "add", "--drop", "--truncate").exits(2).err())
        .contains("--drop, --truncate exclude each other")
        .contains("Use only one of them.");
  }

  @Test
  void a_number_that_is_none_is_called_so_without_the_names_of_types() {
    assertThat(wx.run("sandbox", "fault", "add", "--errcode", "abc").exits(2).err())
        .contains("'abc' is not a whole number");
    assertThat(wx.run("sandbox", "events", "--resend", "x").exits(2).err())
        .contains("'x' is not a whole number");
  }

  @Test
  void a_verb_with_a_typo_gets_a_suggestion() {
    assertThat(wx.run("sandbox", "clok").exits(2).err()).contains("Did you mean clock?");
    assertThat(wx.run("sandbox", "xyzzy").exits(2).err()).contains("Use one of: serve");
  }

  @Test
  void what_the_controls_refuse_is_not_blamed_on_wechat() {
    assertThat(wx.run("sandbox", "fault", "add", "--http", "9000").exits(5).err())
        .contains("http is outside of 200 to 599")
        .contains("wxcard sandbox journal")
        .doesNotContain("WeChat does not say");
  }

  @Test
  void a_plain_callback_shows_no_empty_key() {
    String[] set = {"sandbox", "callback", "set", "http://127.0.0.1:9/wx", "--secrets-stdin"};
    assertThat(wx.typing("mytoken123\n").run(set).exits(0).out())
        .isEqualTo("url http://127.0.0.1:9/wx\nmode plain\ntoken ***\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject", "reset", "events", "gift", "open", "export"})
  void a_verbs_help_has_an_example(String verb) {
    assertThat(wx.run("sandbox", verb, "--help").exits(0).out())
        .containsPattern("Examples?:\n  wxcard sandbox " + verb);
  }
}
