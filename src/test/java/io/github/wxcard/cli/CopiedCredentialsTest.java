package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Credentials with something that was copied along are told before any call, and never shown. */
class CopiedCredentialsTest {
  private static final String APP_ID = "wx5a4db0c0000c0de1";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path home;
  private Wxcard wx;
  private ServedAccount account;

  @BeforeEach
  void open() {
    wx = new Wxcard(home);
    account = new ServedAccount();
  }

  @AfterEach
  void close() {
    account.close();
  }

  static Stream<Arguments> flaws() {
    return Stream.of(
        Arguments.of("%s\n", "ends with a line break"),
        Arguments.of("%s\r", "ends with a line break"),
        Arguments.of("%s\r\n", "ends with a line break"),
        Arguments.of("\n%s", "has a line break in it"),
        Arguments.of("%s\nx", "has a line break in it"),
        Arguments.of(" %s", "begins with a blank"),
        Arguments.of("%s\t", "ends with a blank"),
        Arguments.of("%s\u00a0", "ends with a blank"),
        Arguments.of("\u3000%s", "begins with a blank"),
        Arguments.of("\"%s\"", "is in quotes"),
        Arguments.of("'%s'", "is in quotes"),
        Arguments.of("\u201c%s\u201d", "is in quotes"),
        Arguments.of("%s'", "has a quote at one end"),
        Arguments.of("\ufeff%s", "begins with a byte order mark"),
        Arguments.of("%s\u200b", "U+200B"),
        Arguments.of("0\u200d%s", "U+200D"),
        Arguments.of("0\u0007%s", "U+0007"),
        Arguments.of("\u202e%s", "U+202E"));
  }

  private void checkTold(Run run, int exitCode, String what, String flaw) {
    run.exits(exitCode);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(what, flaw, "Next: ").doesNotContain(SECRET, "errcode");
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void those_of_the_environment(String form, String flaw) {
    wx.with("WXCARD_API_BASE", account.base().toString());
    wx.with("WXCARD_APPID", APP_ID).with("WXCARD_SECRET", form.formatted(SECRET));
    checkTold(wx.run("token"), 7, "WXCARD_SECRET ", flaw);
    checkTold(wx.run("token", "-v"), 7, "WXCARD_SECRET ", flaw);
    assertThat(wx.run("doctor").exits(7).out()).contains(flaw).doesNotContain(SECRET);
    wx.with("WXCARD_APPID", form.formatted(APP_ID)).with("WXCARD_SECRET", SECRET);
    checkTold(wx.run("consume", "1"), 7, "WXCARD_APPID ", flaw);
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void those_of_the_config_file(String form, String flaw) throws IOException {
    account.configure(wx.config(), form.formatted(SECRET));
    checkTold(wx.run("token"), 7, "the secret of profile shop ", flaw);
    ObjectNode tree = (ObjectNode) Json.read(Files.readAllBytes(wx.config()));
    ObjectNode shop = (ObjectNode) tree.at("/profiles/shop");
    shop.put("secret", SECRET).put("appId", form.formatted(APP_ID));
    Files.writeString(wx.config(), Json.write(tree));
    checkTold(wx.run("token"), 7, "the AppID of profile shop ", flaw);
    shop.put("appId", APP_ID).put("tokenStore", "redis://:" + SECRET + "@127.0.0.1:1\u200b");
    Files.writeString(wx.config(), Json.write(tree));
    checkTold(wx.run("token"), 7, "the tokenStore of profile shop ", "U+200B");
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void those_that_are_given_to_login(String form, String flaw) {
    String typed = form.formatted(SECRET);
    boolean blanks = typed.strip().equals(SECRET);
    Run run =
        wx.typing(typed).run("login", "--app-id", APP_ID, "--api-base", account.base().toString());
    if (blanks) {
      assertThat(run.exits(0).err()).doesNotContain(SECRET);
      assertThat(wx.run("token").exits(0).out()).isNotEmpty();
    } else {
      run.exits(3);
      assertThat(run.err()).contains("the secret ").doesNotContain(SECRET, "errcode");
      assertThat(wx.config()).doesNotExist();
    }
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void those_that_are_signed_as_they_are_are_warned_about(String form, String flaw) {
    Run run =
        wx.typing(form.formatted("ticket") + "\r\n").run("sign", "card", "p1", "--ticket-stdin");
    assertThat(run.exits(0).err()).contains("which is signed as well");
    assertThat(wx.typing("ticket\n").run("sign", "card", "p1", "--ticket-stdin").exits(0).err())
        .doesNotContain("which is signed as well");
  }

  @Test
  void a_stored_token_with_a_flaw_is_fetched_again() throws IOException {
    account.configure(wx.config());
    String token = wx.run("token").exits(0).out().strip();
    for (String flawed : List.of(token + "\\n", "\\\"" + token, "\\ufeff" + token)) {
      String before = Files.readString(wx.config());
      Files.writeString(wx.config(), before.replace("\"" + token + "\"", "\"" + flawed + "\""));
      Run run = wx.run("token").exits(0);
      assertThat(run.out().strip()).isEqualTo(token);
      assertThat(run.err()).contains("is fetched again").doesNotContain(token);
    }
  }
}
