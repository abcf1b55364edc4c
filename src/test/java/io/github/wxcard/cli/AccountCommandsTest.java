package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.Sandbox;
import io.github.wxcard.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** token, login, profile and doctor, with a running sandbox in the account's place. */
class AccountCommandsTest {
  @TempDir Path home;
  private Wxcard wx;
  private Sandbox account;

  @BeforeEach
  void open() {
    wx = new Wxcard(home);
    account =
        Sandbox.start(
            new SandboxOptions(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.empty(),
                Clock.systemUTC(),
                new Random()));
  }

  @AfterEach
  void close() {
    account.close();
  }

  @Test
  void a_token_is_printed_alone_and_the_second_time_from_the_store() {
    String token = wx.run("token", "--sandbox").exits(0).out().strip();

    Run again = wx.run("token", "--sandbox", "--json").exits(0);

    assertThat(again.json().path("access_token").asText()).isEqualTo(token);
    assertThat(again.json().path("cached").asBoolean()).isTrue();
    assertThat(again.json().path("kind").asText()).isEqualTo("stable");
    assertThat(again.json().path("expires_in").asLong()).isBetween(7000L, 7200L);
    assertThat(again.json().path("expires_at").asText()).endsWith("Z");
  }

  @Test
  void refreshing_harms_nobody_and_the_other_ways_say_whom_they_harm() {
    String token = wx.run("token", "--sandbox").exits(0).out();

    Run refreshed = wx.run("token", "--sandbox", "--refresh").exits(0);
    Run forced = wx.run("token", "--sandbox", "--force-refresh").exits(0);
    Run classic = wx.run("token", "--sandbox", "--classic", "--json").exits(0);

    assertThat(refreshed.out()).isEqualTo(token);
    assertThat(refreshed.err()).isEmpty();
    assertThat(forced.err()).contains("ends the stable token");
    assertThat(classic.err()).contains("ends the classic token");
    assertThat(classic.json().path("kind").asText()).isEqualTo("classic");
    assertThat(wx.run("token", "--refresh", "--classic").exits(2).out()).isEmpty();
  }

  @Test
  void a_token_request_that_is_not_sent_shows_no_secret() {
    Run run = wx.run("token", "--sandbox", "--dry-run").exits(0);

    assertThat(run.out()).contains("/cgi-bin/stable_token", "\"***\"");
    assertThat(run.out() + run.err()).doesNotContain(account.secret());
    assertThat(wx.config()).doesNotExist();
  }

  @Test
  void an_account_is_remembered_after_it_was_checked() throws IOException {
    Run run = login(account.secret()).exits(0);

    assertThat(run.out()).isEqualTo("profile shop: " + account.appId() + " at " + base() + "\n");
    assertThat(run.err()).doesNotContain(account.secret());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wx.config())))
        .isEqualTo("rw-------");
    Run token = wx.run("token", "--json").exits(0);
    assertThat(token.json().path("cached").asBoolean()).isTrue();
    assertThat(token.err()).isEmpty();
  }

  @Test
  void a_wrong_secret_is_told_and_nothing_is_written() {
    Run run = login("f".repeat(32));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err()).contains("errcode");
    assertThat(wx.run("profile", "list", "--json").json().path("profiles")).isEmpty();
  }

  @Test
  void both_answers_may_come_from_a_pipe_and_odd_ones_are_doubted() {
    Run run =
        wx.typing("odd id\n short \r\n").run("login", "--no-check", "--api-base", base()).exits(0);

    assertThat(run.err())
        .contains("wx and 16", "32 hexadecimal")
        .doesNotContain("short", "The AppID");
    assertThat(wx.run("profile", "show", "--json").json().path("name").asText())
        .isEqualTo("default");
  }

  @Test
  void a_login_goes_where_the_environment_says_and_asks_nothing_of_a_pipe() {
    Run run =
        wx.with("WXCARD_API_BASE", base())
            .typing(account.appId() + "\n" + account.secret() + "\n")
            .run("login", "--json")
            .exits(0);
    assertThat(run.json().path("api_base").asText()).isEqualTo(base());
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_filter_that_does_not_fit_shows_no_token_in_its_complaint() {
    login(account.secret()).exits(0);
    String token = wx.run("token").exits(0).out().strip();
    Run run = wx.run("token", "--jq", ".access_token|.foo").exits(1);
    assertThat(run.err()).contains("expires_in").doesNotContain(token);
  }

  @Test
  void a_login_without_answers_is_an_input_failure() {
    assertThat(wx.run("login").exits(3).err()).contains("no AppID");
    assertThat(wx.run("login", "--app-id", "wx1").exits(3).err()).contains("no secret");
    assertThat(wx.run("login", "--sandbox").exits(2).err()).contains("needs no login");
    assertThat(wx.config()).doesNotExist();
  }

  @Test
  void a_login_that_is_not_sent_writes_nothing() {
    wx.typing(account.secret());

    Run run = wx.run("login", "--app-id", account.appId(), "--api-base", base(), "--dry-run");

    assertThat(run.exits(0).out()).contains("stable_token").doesNotContain(account.secret());
    assertThat(wx.config()).doesNotExist();
  }

  @Test
  void a_new_secret_for_a_profile_stays_with_its_host() {
    login(account.secret()).exits(0);
    wx.typing("0".repeat(32)).run("login", "--profile", "shop", "--app-id", "wx2", "--no-check");

    assertThat(wx.run("profile", "show", "shop").exits(0).out()).contains(base(), "wx2");
  }

  @Test
  void profiles_are_listed_chosen_shown_and_removed_without_their_secrets() {
    login(account.secret()).exits(0);
    wx.typing("1".repeat(32)).run("login", "--app-id", "wx2", "--profile", "two", "--no-check");

    assertThat(wx.run("profile", "list").exits(0).out())
        .isEqualTo(
            "  shop  %s  %s%n* two  wx2  https://api.weixin.qq.com%n"
                .formatted(account.appId(), base()));
    wx.run("profile", "use", "shop").exits(0);
    Run shown = wx.run("profile", "show", "--json").exits(0);
    assertThat(shown.json().path("name").asText()).isEqualTo("shop");
    assertThat(shown.json().path("has_secret").asBoolean()).isTrue();
    assertThat(shown.out()).doesNotContain(account.secret());
    assertThat(wx.run("profile", "remove", "shop", "--dry-run").exits(0).out())
        .startsWith("would remove profile: shop");
    assertThat(wx.run("profile", "use", "two", "--dry-run").exits(0).out())
        .startsWith("would use profile: two");
    wx.run("profile", "remove", "nobody", "--dry-run").exits(7);
    assertThat(wx.run("profile", "show").exits(0).out()).contains("shop");
    wx.run("profile", "remove", "shop").exits(0);
    assertThat(wx.run("profile", "show").exits(7).err()).contains("profile use");
    assertThat(wx.run("profile", "use", "shop").exits(7).err()).contains("two");
    assertThat(wx.run("profile", "remove", "shop").exits(7).err()).contains("two");
    wx.run("profile", "use", "sandbox").exits(0);
    assertThat(wx.with("CI", "1").run("doctor").exits(0).out()).contains("built-in sandbox");
  }

  @Test
  void the_list_marks_the_profile_in_use_and_the_sandbox_is_one() {
    login(account.secret()).exits(0);
    assertThat(wx.run("profile", "list").exits(0).out()).startsWith("* shop  ").hasLineCount(1);
    wx.run("profile", "use", "sandbox").exits(0);
    assertThat(wx.run("profile", "list").exits(0).out())
        .matches("\\* sandbox  wx5a4db0c0000c0de1  built-in sandbox\n  shop  .*\n");
    JsonNode listed = wx.run("profile", "list", "--json").exits(0).json().path("profiles");
    assertThat(listed).hasSize(2);
    assertThat(listed.path(0).path("current").asBoolean()).isTrue();
    assertThat(listed.path(1).path("current").asBoolean()).isFalse();
    assertThat(wx.run("profile", "show").exits(0).out()).contains("sandbox (current)");
    assertThat(wx.run("profile", "show", "sandbox").exits(0).out()).contains("built-in sandbox");
  }

  @Test
  void a_healthy_account_passes_every_check() {
    login(account.secret()).exits(0);

    Run run = wx.run("doctor", "--json").exits(0);

    assertThat(run.json().path("ok").asBoolean()).isTrue();
    assertThat(run.json().path("checks"))
        .extracting(check -> check.path("name").asText() + " " + check.path("state").asText())
        .containsExactly(
            "config file ok",
            "account ok",
            "connection ok",
            "clock ok",
            "token ok",
            "secret ok",
            "card API ok");
    assertThat(run.json().path("settings"))
        .filteredOn(setting -> setting.path("name").asText().equals("AppID"))
        .isNotEmpty()
        .allMatch(setting -> setting.path("origin").asText().equals("profile shop"));
  }

  @Test
  void nothing_secret_is_printed_by_the_doctor() throws IOException {
    login(account.secret()).exits(0);
    wx.with("HTTPS_PROXY", "http://me:proxy-password@proxy.example:3128");
    String token =
        Json.read(Files.readAllBytes(wx.config()))
            .at("/cache")
            .findValue("access_token")
            .path("value")
            .asText();

    Run run = wx.run("doctor", "-v").exits(0);

    assertThat(run.out()).contains("http://***@proxy.example:3128");
    assertThat(run.out() + run.err()).doesNotContain(account.secret(), token, "proxy-password");
  }

  @Test
  void a_file_that_others_can_read_is_reported_by_the_doctor_and_on_use() throws IOException {
    login(account.secret()).exits(0);
    Files.setPosixFilePermissions(wx.config(), PosixFilePermissions.fromString("rw-r--r--"));

    assertThat(wx.run("token").exits(0).err()).contains("others can read");
    assertThat(wx.run("doctor").exits(0).out()).contains("warning", "rw-r--r--", "chmod 600");
  }

  @Test
  void a_clock_that_is_off_is_a_warning() {
    login(account.secret()).exits(0);
    wx.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-10)));

    assertThat(wx.run("doctor").exits(0).out()).contains("behind the host");
  }

  @Test
  void the_exit_code_is_that_of_the_first_failed_check() throws IOException {
    wx.typing("f".repeat(32))
        .run("login", "--app-id", account.appId(), "--api-base", base(), "--no-check")
        .exits(0);
    Run refused = wx.run("doctor", "--json").exits(4);
    assertThat(refused.json().path("ok").asBoolean()).isFalse();
    assertThat(refused.error().path("kind").asText()).isEqualTo("auth");

    account.close();
    assertThat(wx.run("doctor").exits(6).out()).contains("FAILED", "connection");

    Files.writeString(wx.config(), "{\n broken");
    assertThat(wx.run("doctor").exits(7).out()).contains("FAILED", "line 2");
  }

  @Test
  void a_wrong_secret_is_found_though_a_token_is_stored() throws IOException {
    login(account.secret()).exits(0);
    Files.writeString(
        wx.config(), Files.readString(wx.config()).replace(account.secret(), "f".repeat(32)));

    wx.run("token").exits(0);
    Run run = wx.run("doctor").exits(4);

    assertThat(run.out()).contains("ok      token: stable, stored", "FAILED  secret: wrong");
    assertThat(run.out() + run.err()).doesNotContain("ffff", "card API");
    JsonNode checks = wx.run("doctor", "--json").exits(4).json().path("checks");
    assertThat(checks.path(checks.size() - 1).path("name").asText()).isEqualTo("secret");
  }

  @Test
  void a_right_secret_is_told_and_no_token_ends_for_it() {
    login(account.secret()).exits(0);
    String token = wx.run("token").exits(0).out();

    assertThat(wx.run("doctor").exits(0).out()).contains("ok      secret: right");
    assertThat(wx.run("token").exits(0).out()).isEqualTo(token);
    assertThat(wx.run("token", "--refresh").exits(0).out()).isEqualTo(token);
  }

  @Test
  void a_secret_that_cannot_be_asked_about_is_neither_right_nor_wrong() {
    login(account.secret()).exits(0);
    String path = "/cgi-bin/stable_token";
    wx.run("sandbox", "fault", "add", "--path", path, "--errcode", "45009").exits(0);

    assertThat(wx.run("doctor").exits(0).out())
        .contains("warning secret: not known to be right or wrong", "ok      card API");
    assertThat(wx.run("doctor", "--json").exits(0).json().path("ok").asBoolean()).isTrue();
  }

  @Test
  void under_ci_without_an_account_the_doctor_still_shows_the_settings() {
    Run run = wx.with("CI", "true").run("doctor").exits(7);

    assertThat(run.out()).contains(wx.config().toString(), "FAILED");
    assertThat(run.err()).contains("--sandbox", "wxcard login");
  }

  private Run login(String secret) {
    return wx.typing(secret + "\n")
        .run("login", "--profile", "shop", "--app-id", account.appId(), "--api-base", base());
  }

  private String base() {
    return account.base().toString();
  }
}
