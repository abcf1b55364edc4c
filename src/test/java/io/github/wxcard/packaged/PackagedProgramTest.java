package io.github.wxcard.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as a user runs it: launcher, packaged folder, a process of its own. */
class PackagedProgramTest {
  @TempDir Path home;
  private Script wxcard;

  @BeforeAll
  static void packageTheProgram(@TempDir Path anyHome) {
    Script.wxcard(anyHome).run("--version").exits(0);
  }

  @BeforeEach
  void newHome() {
    wxcard = Script.wxcard(home);
  }

  /** The running JDK and whichever others lie beside it. */
  static Stream<Path> jdks() throws IOException {
    return Jdks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("jdks")
  void the_whole_walkthrough_ends_0_with_seven_steps(Path jdk) {
    Script onJdk = wxcard.with("JAVA_HOME", jdk.toString());
    Run first = onJdk.run("hello", "--sandbox", "--json").exits(0);
    assertThat(first.json().path("steps")).hasSize(7);
    assertThat(first.err()).isEmpty();
    assertThat(onJdk.run("hello", "--sandbox").exits(0).out()).endsWith("\n");
  }

  @Test
  void chinese_survives_the_c_locale_on_the_way_in_and_out() throws Exception {
    Script plain = wxcard.with("LC_ALL", "C");
    Run run =
        plain
            .run(
                "create",
                "samples/groupon.json",
                "--set",
                "/base_info/title=火锅套餐",
                "--sandbox",
                "--json")
            .exits(0);
    String cardId = run.json().path("card_id").asText();
    try (ServedAccount account =
        new ServedAccount(home.resolve(".local/state/wxcard/sandbox.db"))) {
      JsonNode card = account.call("/card/get", Json.object().put("card_id", cardId));
      assertThat(card.at("/card/groupon/base_info/title").asText()).isEqualTo("火锅套餐");
    }
    assertThat(plain.run("create", "没有.json", "--sandbox").exits(3).err()).contains("没有.json");
  }

  @Test
  void the_language_of_messages_survives_the_c_locale() {
    Script here = wxcard.with("LC_ALL", "").with("LC_CTYPE", "C").with("LANG", "C");
    assertThat(here.run("explain", "40056").exits(0).out()).contains("Meaning: ");
    here.with("LC_MESSAGES", "zh_CN.UTF-8");
    assertThat(here.run("explain", "--list", "库存").exits(0).out()).contains("库存");
    assertThat(here.run("explain", "40056").exits(0).out()).contains("含义：");
    here.with("LC_ALL", "C");
    assertThat(here.run("explain", "40056").exits(0).out()).contains("Meaning: ");
  }

  /** As in most containers, where no locale is installed but C and C.UTF-8. */
  @ParameterizedTest
  @ValueSource(strings = {"LC_ALL", "LANG"})
  void a_utf8_locale_may_be_one_that_is_not_installed(String variable) {
    assumeTrue(Files.isDirectory(Path.of("/usr/lib/locale/C.utf8")), "there is no C.UTF-8");
    Script here = wxcard.with("LC_ALL", "").with(variable, "zh_XX.utf8");
    assertThat(here.run("explain", "40056").exits(0).out()).contains("含义：");
    assertThat(here.run("create", "没有.json", "--sandbox").exits(3).err())
        .contains("没有.json", "处理：");
    String seen = "echo \"${LC_ALL-unset} ${LANG-unset} ${WXCARD_LANG-unset}\"";
    assertThat(here.run("sandbox", "exec", "--", "sh", "-c", seen).exits(0).out())
        .isEqualTo(
            variable.equals("LANG") ? "unset zh_XX.utf8 unset\n" : "zh_XX.utf8 unset unset\n");
  }

  @Test
  void a_standard_input_that_is_closed_has_nothing_on_it() throws IOException {
    assertThat(shell("exec \"$WXCARD\" sandbox exec -- cat <&-").run().exits(0).out()).isEmpty();
    Run run = shell("exec \"$WXCARD\" create - --sandbox <&-").run().exits(3);
    assertThat(run.err()).contains("standard input");
  }

  private Script shell(String text) throws IOException {
    Path script = Files.writeString(home.resolve("script"), "#!/bin/sh\n" + text + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    return Script.of(script)
        .with("HOME", home.toString())
        .with("WXCARD", Script.WXCARD.toString())
        .with("STATUS", home.resolve("status").toString());
  }

  @Test
  void a_reader_that_goes_away_is_no_failure() throws IOException {
    shell("{ \"$WXCARD\" help config; echo $? >\"$STATUS\"; } | true").run().exits(0);
    shell("until [ -s \"$STATUS\" ]; do sleep 0.1; done").run().exits(0);
    assertThat(Files.readString(home.resolve("status"))).isEqualTo("0\n");
  }

  @Test
  void a_full_disk_is_a_failure() throws IOException {
    Run run = shell("exec \"$WXCARD\" help config >/dev/full").run().exits(1);
    assertThat(run.err()).contains("standard output");
  }

  @Test
  void a_home_that_is_no_folder_stops_nothing_that_can_do_without() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "");
    Script homeless = wxcard.with("HOME", file.toString());
    homeless.run("--version").exits(0);
    homeless.run("qrcode", "--from-url", "http://weixin.qq.com/q/abc").exits(0);
    assertThat(homeless.run("hello", "--sandbox").exits(0).err())
        .contains("lives in memory", file.toString())
        .hasLineCount(1);
  }

  @Test
  void no_home_at_all_is_fine_for_what_needs_none() {
    wxcard.without("HOME").run("--version").exits(0);
  }

  @Test
  void signals_reach_the_program_itself() throws Exception {
    Process serve = wxcard.start("sandbox", "serve", "--port", "0", "--memory");
    int first = serve.getInputStream().read();
    assertThat(first).isEqualTo('{');
    serve.destroy();
    assertThat(serve.waitFor(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void ci_without_an_account_is_a_configuration_error() {
    Run run = wxcard.with("CI", "true").run("token", "--json").exits(7);
    assertThat(run.error().path("fix").asText()).contains("--sandbox", "wxcard login");
  }

  @Test
  void without_an_account_the_sandbox_is_used_and_named() {
    Run run = wxcard.run("token").exits(0);
    assertThat(run.out()).matches("\\S+\n");
    assertThat(run.err()).hasLineCount(1).contains("sandbox");
    assertThat(wxcard.run("token").exits(0).err()).contains("sandbox");
  }
}
