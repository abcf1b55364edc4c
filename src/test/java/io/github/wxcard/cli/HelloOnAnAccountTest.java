package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelloOnAnAccountTest {
  private static final String OPENID = "oFS7Fjl0WsZ9AMZqrI80nbIq8xrA";
  private static final TerminalInfo TYPIST =
      new TerminalInfo(true, true, true, () -> 120, ColorChoice.AUTO);

  @TempDir Path home;
  private ServedAccount account;
  private Wxcard wx;

  @BeforeEach
  void configureAccount() throws IOException {
    account = new ServedAccount();
    wx = new Wxcard(home);
    account.configure(wx.config());
  }

  @AfterEach
  void stopAccount() {
    account.close();
  }

  @Test
  void nobody_to_ask_stops_after_step_6_and_prints_the_command_for_step_7() {
    Run run = wx.run("hello", "--json").exits(8);
    assertThat(run.json().path("target").asText()).isEqualTo("shop");
    assertThat(run.json().path("base").asText()).isEqualTo(account.base().toString());
    assertThat(run.json().path("steps")).hasSize(7);
    assertThat(run.json().at("/steps/6/ok").asBoolean()).isFalse();
    String cardId = run.json().path("card_id").asText();
    assertThat(run.error().path("kind").asText()).isEqualTo("partial");
    assertThat(run.error().path("fix").asText())
        .contains("wxcard consume CODE --card-id " + cardId);
  }

  @Test
  void the_testers_stay_as_they_are_unless_one_is_named() {
    Run run = wx.run("hello", "--json").exits(8);
    assertThat(run.json().at("/steps/5/ok").asBoolean()).isTrue();
    assertThat(run.json().at("/steps/5/result/skipped").asText()).contains("replace");
  }

  @Test
  void an_earlier_last_step_is_a_success() {
    Run run = wx.run("hello", "--until", "whitelist", "--json").exits(0);
    assertThat(run.json().path("steps")).hasSize(6);
  }

  @Test
  void an_openid_is_watched_until_it_holds_the_card() throws Exception {
    Wxcard.Running hello = wx.start("hello", "--openid", OPENID, "--wait", "60s");
    String ticket = hello.waitFor("showqrcode\\?ticket=(\\S+)");
    hello.waitFor("(6 whitelist +ok)");
    String code = account.scan(URLDecoder.decode(ticket, StandardCharsets.UTF_8), OPENID);
    Run run = hello.join().exits(0);
    assertThat(run.out()).contains("7 consume", code);
  }

  @Test
  void the_command_for_step_7_names_the_profile_that_was_named() {
    String name = wx.run("profile", "show", "--json").json().path("name").asText();
    assertThat(wx.run("hello", "--profile", name).exits(8).err())
        .contains("wxcard consume CODE --profile " + name + " --card-id");
  }

  @Test
  void a_scan_that_does_not_come_in_time_ends_8() {
    Run run = wx.run("hello", "--openid", OPENID, "--wait", "100ms", "--json").exits(8);
    assertThat(run.json().at("/steps/6/error/kind").asText()).isEqualTo("partial");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello --json --openid " + OPENID,
        "hello --json --openid " + OPENID + " --wait 5m"
      })
  void a_timeout_ends_the_wait_for_the_scan(String line) {
    Run run = wx.run((line + " --timeout 5s").split(" ")).exits(6);

    assertThat(run.json().at("/steps/6/error/kind").asText()).isEqualTo("network");
    assertThat(run.error().path("errmsg").asText())
        .isEqualTo("stopped waiting for the scan after 5 s, as --timeout says");
  }

  @Test
  void a_timeout_ends_the_wait_for_a_typed_code() throws IOException {
    try (SilentInput nobody = new SilentInput("")) {
      Run run = wx.on(TYPIST).reading(nobody.stream()).run("hello", "--timeout", "5s").exits(6);

      assertThat(run.err())
          .contains("stopped waiting for the scan", "wxcard consume CODE --card-id");
    }
  }

  @Test
  void a_code_given_beforehand_is_redeemed_and_a_wrong_one_ends_8() {
    Run run = wx.run("hello", "--code", "759733467744", "--json").exits(8);
    assertThat(run.json().at("/steps/6/error/errcode").asInt()).isEqualTo(40056);
    assertThat(run.error().path("kind").asText()).isEqualTo("partial");
  }

  @Test
  void a_person_at_a_terminal_may_type_the_code() {
    Run run = wx.on(TYPIST).typing("759733467744\n").run("hello").exits(8);
    assertThat(run.err()).contains("type the card's code", "40056");
  }

  @Test
  void an_empty_answer_at_the_terminal_stops_the_walk() {
    Run run = wx.on(TYPIST).typing("\n").run("hello").exits(8);
    assertThat(run.err()).contains("wxcard consume CODE --card-id");
  }

  @Test
  void a_wrong_secret_ends_4_at_step_1() throws IOException {
    account.configure(wx.config(), "ffffffffffffffffffffffffffffffff");
    Run run = wx.run("hello", "--json").exits(4);
    assertThat(run.json().path("steps")).hasSize(1);
    assertThat(run.error().path("kind").asText()).isEqualTo("auth");
  }
}
