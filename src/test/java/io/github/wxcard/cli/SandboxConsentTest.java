package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Neither the sandbox's state nor a file is lost to a slip. */
@Timeout(60)
final class SandboxConsentTest {
  private static final TerminalInfo TERMINAL =
      new TerminalInfo(true, true, true, () -> 80, ColorChoice.NEVER);
  private static final String GROUPON = Path.of("samples/groupon.json").toAbsolutePath().toString();

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void aCard() {
    wx = new Wxcard(home).in(home);
    wx.run("create", GROUPON, "--sandbox").exits(0);
  }

  @Test
  void a_script_must_say_yes_to_a_reset() {
    Run run = wx.run("sandbox", "reset").exits(2);

    assertThat(run.err()).contains("forget everything", "sandbox.db", "--yes");
    assertThat(cards()).isEqualTo(1);
    assertThat(wx.run("sandbox", "reset", "--dry-run").exits(0).out()).contains("/sandbox/reset");
    assertThat(cards()).isEqualTo(1);
    wx.run("sandbox", "reset", "-y").exits(0);
    assertThat(cards()).isZero();
  }

  @Test
  void a_terminal_is_asked_and_a_no_is_nothing_wrong() {
    Run no = wx.on(TERMINAL).typing("n\n").run("sandbox", "reset").exits(0);
    assertThat(no.err()).contains("[y/N]", "nothing was done");
    assertThat(no.out()).isEmpty();
    wx.typing("\n").run("sandbox", "reset").exits(0);
    wx.typing("").run("sandbox", "reset").exits(130);
    assertThat(cards()).isEqualTo(1);
    wx.on(TERMINAL).typing("yes\n").run("sandbox", "reset").exits(0);
    assertThat(cards()).isZero();
  }

  @Test
  void the_question_names_the_served_sandbox() {
    SandboxOptions options =
        new SandboxOptions(
            "127.0.0.1", 0, Optional.empty(), Optional.empty(), Clock.systemUTC(), new Random(1));
    try (Sandbox served = Sandbox.start(options)) {
      wx.with("WXCARD_API_BASE", served.base().toString())
          .with("WXCARD_APPID", served.appId())
          .with("WXCARD_SECRET", served.secret());

      assertThat(wx.run("sandbox", "reset").exits(2).err()).contains(served.base().toString());
    }
  }

  @Test
  void an_export_replaces_a_file_only_when_told() throws IOException {
    Path file = Files.writeString(home.resolve("seed.json"), "mine");

    assertThat(wx.run("sandbox", "export", "seed.json").exits(3).err())
        .contains("seed.json is there already", "--force");
    assertThat(file).hasContent("mine");
    wx.run("sandbox", "export", "seed.json", "--force").exits(0);
    assertThat(file).content().contains("wxcard_sandbox");
    wx.run("sandbox", "export", "/dev/null").exits(0);
  }

  @Test
  void a_link_that_leads_nowhere_is_not_replaced_either() throws IOException {
    Path link = Files.createSymbolicLink(home.resolve("seed.json"), home.resolve("nowhere"));

    wx.run("sandbox", "export", "seed.json").exits(3);
    wx.run("new", "groupon", "--out", "seed.json").exits(3);

    assertThat(link).isSymbolicLink();
  }

  private int cards() {
    return wx.on(TerminalInfo.piped())
        .run("sandbox", "status", "--json")
        .exits(0)
        .json()
        .path("cards")
        .asInt(-1);
  }
}
