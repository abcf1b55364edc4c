package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What others have written into a sandbox comes out of every command as text alone. */
@Timeout(120)
final class ForeignTextTest {
  private static final String NASTY = "a\u001b[2J\r\n::error::b\u202ec";
  private static final String SHOWN = "a\\u001b[2J\\r\\n::error::b\\u202ec";
  private static final Pattern RAW =
      Pattern.compile("[\\p{Cc}\\u202e&&[^\\n\\t]]|^::", Pattern.MULTILINE);

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private String card(String title) {
    return wx.run(
            "create",
            "samples/groupon.json",
            "--no-lint",
            "--set",
            "/card/groupon/base_info/title=" + title,
            "--sandbox")
        .exits(0)
        .out()
        .strip();
  }

  private Run plain(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--sandbox");
    Run run = wx.run(all.toArray(String[]::new));
    assertThat(RAW.matcher(run.out()).results().count()).as("stdout of %s", run).isZero();
    assertThat(RAW.matcher(run.err()).results().count()).as("stderr of %s", run).isZero();
    return run;
  }

  @Test
  void a_title_stays_in_its_line() {
    card("a\u001b[2J\n::x::b\u202ec");
    Run piped = plain("card", "list", "--details").exits(0);
    assertThat(piped.out()).contains("a\\u001b[2J\\n::x::b\\u202ec").hasLineCount(1);
    wx = wx.on(new TerminalInfo(false, true, true, () -> 200, ColorChoice.NEVER));
    assertThat(plain("card", "list", "--details").exits(0).out())
        .contains("a\\u001b[2J\\n::x::b\\u202ec")
        .hasLineCount(2);
  }

  @Test
  void json_holds_the_same_title_escaped() throws IOException {
    String title = "a\u009b\u202eb\u2028##[c]";
    String id = card(title);
    Run shown = plain("card", "get", id, "--json").exits(0);
    assertThat(shown.json().at("/groupon/base_info/title").asText()).isEqualTo(title);
    assertThat(shown.out()).contains("a\\u009b\\u202eb\\u2028\\u0023#[c]");
    assertThat(plain("card", "get", id).exits(0).out()).contains("\\u202e");
    String picked =
        wx.run("card", "get", id, "--jq", ".groupon.base_info.title", "--sandbox").exits(0).out();
    assertThat(picked).isEqualTo(title + "\n");
    Path file = home.resolve("state.json");
    wx.run("sandbox", "export", file.toString(), "--sandbox").exits(0);
    assertThat(Files.readString(file)).contains("\u202e");
    assertThat(plain("sandbox", "export").exits(0).out()).contains("\\u202e");
  }

  @Test
  void a_user_s_name_stays_in_its_line() {
    wx.run("sandbox", "scan", "no-such-ticket", "--as", NASTY, "--sandbox");
    String url = wx.run("qrcode", card("t"), "--sandbox", "--jq", ".url").exits(0).out().strip();
    wx.run("whitelist", "--username", NASTY, "--sandbox").exits(0);
    plain("whitelist", "--username", NASTY);
    plain("sandbox", "scan", url, "--as", NASTY);
    assertThat(plain("sandbox", "users").exits(0).out()).contains(SHOWN).hasLineCount(1);
    plain("sandbox", "users", "--json").exits(0);
    plain("sandbox", "journal").exits(0);
    plain("sandbox", "journal", "--json").exits(0);
    plain("sandbox", "events").exits(0);
    plain("sandbox", "status").exits(0);
  }

  @Test
  void a_reason_stays_in_its_line() {
    plain("sandbox", "reject", card("t"), "--reason", NASTY).exits(0);
    plain("sandbox", "events").exits(0);
    plain("sandbox", "scan", NASTY, "--as", "x");
    plain("sandbox", "scan", NASTY, "--as", "x", "--json");
    plain("consume", "1", "--card-id", NASTY);
    plain("sandbox", "fault", "add", "--path", NASTY, "--errcode", "45009");
    plain("sandbox", "fault", "list").exits(0);
    plain("sandbox", "journal").exits(0);
  }

  @Test
  void what_a_definition_holds_stays_in_the_line_of_its_finding() throws IOException {
    Path file = home.resolve("card\u001b[2J.json");
    Files.writeString(
        file,
        "{\"card\":{\"card_type\":\"GROUPON\",\"z\u202e##[x]\":1,\"groupon\":{\"base_info\":"
            + "{\"color\":\"Co\u001b[1m\\n::error::lor\u202e\"}}}}");
    plain("lint", file.toString()).exits(3);
    plain("lint", file.toString(), "--json").exits(3);
    plain("create", file.toString()).exits(3);
    plain("create", file.toString(), "--no-lint", "--dry-run");
  }

  @Test
  void a_pushed_event_stays_in_its_line() throws Exception {
    Wxcard.Running listener =
        wx.typing("token\n")
            .start(
                "event", "listen", "--port", "0", "--count", "1", "--secrets-stdin", "--sandbox");
    String address = listener.waitForNote("Listening at (\\S+)");
    Run sent =
        new Wxcard(home)
            .typing("token\n")
            .run(
                "event",
                "trigger",
                "user_get_card",
                "--set",
                "FromUserName=o" + NASTY.replace("\u001b", "\u009b"),
                "--to",
                address,
                "--secrets-stdin",
                "--sandbox");
    assertThat(sent.exitCode()).as("%s", sent).isZero();
    Run heard = listener.join().exits(0);
    assertThat(RAW.matcher(heard.out() + heard.err()).results().count()).as("%s", heard).isZero();
    assertThat(heard.out()).contains("\\u009b[2J", "\\u202e").hasLineCount(1);
  }
}
