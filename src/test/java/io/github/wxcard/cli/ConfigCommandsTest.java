package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The config file a key at a time. */
final class ConfigCommandsTest {
  private static final String SECRET = "fedcba9876543210fedcba9876543210";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home);
  }

  @ParameterizedTest
  @CsvSource({
    "appId, wx0123456789abcdef, /appId",
    "apiBase, https://sh.api.weixin.qq.com, /apiBase",
    "mpBase, http://127.0.0.1:8900, /mpBase",
    "tokenStore, redis://cache:6379, /tokenStore"
  })
  void a_value_stands_where_an_editor_would_put_it(String key, String value, String place)
      throws IOException {
    Run set = wx.run("config", "set", key, value, "--profile", "shop").exits(0);

    assertThat(set.out()).startsWith(key + " of profile shop: ");
    assertThat(file().at("/profiles/shop" + place).asText()).isEqualTo(value);
    assertThat(file().at("/version").asInt()).isEqualTo(1);
    assertThat(wx.run("config", "get", key).exits(0).out()).startsWith(value);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(wx.config())))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @CsvSource({
    "secret, " + SECRET + ", /secret",
    "callback.token, Tokensecret7, /callback/token",
    "callback.encodingAesKey, abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG, /callback/encodingAesKey"
  })
  void a_secret_comes_from_standard_input_and_is_never_shown(String key, String value, String place)
      throws IOException {
    Run argument = wx.run("config", "set", key, value).exits(2);
    assertThat(wx.config()).doesNotExist();

    Run set = wx.typing(value + "\n").run("config", "set", key).exits(0);

    assertThat(file().at("/profiles/default" + place).asText()).isEqualTo(value);
    Run get = wx.run("config", "get", key, "--json").exits(0);
    Run list = wx.run("config", "list", "--json").exits(0);
    assertThat(get.json().path("value").asText()).isEqualTo("***");
    assertThat(list.json().at("/profiles/default").path(key).asText()).isEqualTo("***");
    assertThat(argument.err()).contains("list of processes", "wxcard config set " + key + " <");
    assertThat(argument.out() + argument.err() + set.out() + set.err() + get + list)
        .doesNotContain(value);
  }

  @Test
  void a_token_store_with_a_password_is_taken_from_standard_input_alone() throws IOException {
    String url = "rediss://:marker-password@cache:6380/1";

    wx.run("config", "set", "tokenStore", url).exits(2);
    wx.typing(url).run("config", "set", "tokenStore").exits(0);

    assertThat(file().at("/profiles/default/tokenStore").asText()).isEqualTo(url);
    assertThat(wx.run("config", "get", "tokenStore").exits(0).out())
        .isEqualTo("rediss://***@cache:6380/1\n");
  }

  @Test
  void unknown_keys_of_the_file_stay_and_only_the_named_one_goes() throws IOException {
    write(
        """
        {"version":1,"current":"shop","more":[1],"profiles":{"shop":{"appId":"wx1","mine":2,
         "callback":{"token":"abc","encodingAesKey":"k"}}}}
        """);

    wx.run("config", "unset", "callback.encodingAesKey").exits(0);
    assertThat(file().at("/profiles/shop/callback").toString()).isEqualTo("{\"token\":\"abc\"}");
    Run unset = wx.run("config", "unset", "/callback/token", "--json").exits(0);
    Run again = wx.run("config", "unset", "callback.token", "--json").exits(0);

    assertThat(unset.json().toString())
        .isEqualTo("{\"profile\":\"shop\",\"key\":\"callback.token\",\"unset\":true}");
    assertThat(again.json().path("unset").asBoolean()).isFalse();
    assertThat(file().toString())
        .isEqualTo(
            "{\"version\":1,\"current\":\"shop\",\"more\":[1],"
                + "\"profiles\":{\"shop\":{\"appId\":\"wx1\",\"mine\":2}}}");
  }

  @Test
  void the_list_shows_every_profile_or_the_one_that_is_named() throws IOException {
    write(
        """
        {"version":1,"current":"b","profiles":{"a":{"appId":"wx1","secret":"s3cr3t"},
         "b":{"apiBase":"https://x.example"}}}
        """);

    Run all = wx.run("config", "list").exits(0);
    JsonNode json = wx.run("config", "list", "--profile", "a", "--json").exits(0).json();

    assertThat(all.out().lines())
        .containsExactly(
            "-\tcurrent\tb", "a\tappId\twx1", "a\tsecret\t***", "b\tapiBase\thttps://x.example");
    assertThat(json.at("/profiles").size()).isEqualTo(1);
    assertThat(json.at("/current").asText()).isEqualTo("b");
    assertThat(json.at("/file").asText()).isEqualTo(wx.config().toString());
  }

  @Test
  void the_current_profile_is_a_key_as_well() throws IOException {
    write("{\"version\":1,\"profiles\":{\"a\":{},\"b\":{}}}");

    assertThat(wx.run("config", "get", "appId").exits(7).err()).contains("a, b", "--profile");
    assertThat(wx.run("config", "set", "current", "c").exits(7).err()).contains("no profile c");
    wx.run("config", "set", "current", "b").exits(0);
    assertThat(wx.run("config", "get", "current").exits(0).out()).isEqualTo("b\n");
    wx.run("config", "unset", "current").exits(0);
    assertThat(file().has("current")).isFalse();
    wx.run("config", "set", "profiles.a.appId", "wx0123456789abcdef").exits(0);
    assertThat(file().at("/profiles/a/appId").asText()).isEqualTo("wx0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "get appId", "unset apiBase"})
  void without_a_profile_the_person_is_told_what_to_do(String line) {
    Run run = wx.run(("config " + line).split(" ")).exits(7);

    assertThat(run.err()).contains("no profile is written down", "wxcard login", "--sandbox");
    assertThat(wx.config()).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "appid, 'Did you mean appId?'",
    "AppSecret, 'Did you mean secret?'",
    "api-base, 'Did you mean apiBase?'",
    "token, 'tokenStore or callback.token?'",
    "encodingAESKey, 'Did you mean callback.encodingAesKey?'",
    "profiles.shop.aesKey, 'Use one of: current, appId, secret,'",
    "colour, 'Use one of: current, appId, secret,'"
  })
  void an_unknown_key_is_told_with_the_near_one(String key, String near) {
    Run run = wx.run("config", "get", key).exits(2);

    assertThat(run.err()).contains("there is no key '" + key + "'", near);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "apiBase|ftp://x|is not an http or https address",
        "apiBase|http://api.example|in the clear",
        "tokenStore|memcached://x:1|only Redis is known",
        "appId|''|no value was given",
        "appId|'\"wx1\"'|is in quotes",
        "secret|\u201c1\u201d|is in quotes",
        "callback.token|a-b|3 to 32 letters",
        "callback.encodingAesKey|short|43 letters and digits"
      })
  void a_value_that_cannot_be_right_is_refused(String key, String value, String why)
      throws IOException {
    write("{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx0123456789abcdef\"}}}");
    JsonNode before = file();

    Run run = wx.typing(value + "\n").run("config", "set", key).exits(3);

    assertThat(run.err()).contains(why, "Next: ");
    assertThat(file()).isEqualTo(before);
  }

  @Test
  void what_looks_unusual_is_doubted_and_taken() throws IOException {
    assertThat(wx.run("config", "set", "appId", "odd").exits(0).err()).contains("wx and 16");
    assertThat(file().at("/profiles/default/appId").asText()).isEqualTo("odd");
  }

  @Test
  void a_dry_run_changes_nothing_and_says_what_it_would_do() throws IOException {
    write("{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx1\"}}}");
    JsonNode before = file();

    Run set = wx.run("config", "set", "mpBase", "https://m.example", "--dry-run", "--json");
    Run unset = wx.run("config", "unset", "appId", "--dry-run").exits(0);

    assertThat(set.exits(0).json().path("would_set").asText()).isEqualTo("https://m.example");
    assertThat(unset.out()).isEqualTo("would take out appId of profile shop\n");
    assertThat(file()).isEqualTo(before);
  }

  @Test
  void a_broken_file_is_told_and_left_as_it_is() throws IOException {
    write("{\"version\":1,");

    assertThat(wx.run("config", "set", "appId", "wx1").exits(7).err()).contains("line 1");
    assertThat(Files.readString(wx.config())).isEqualTo("{\"version\":1,");
    write("{\"version\":1,\"profiles\":{\"shop\":{\"callback\":\"abc\"}}}");
    assertThat(wx.typing("Tok").run("config", "set", "callback.token").exits(7).err())
        .contains("\"callback\" is not an object");
  }

  @Test
  void a_value_that_is_no_text_is_mended_here_too() throws IOException {
    write("{\"version\":1,\"profiles\":{\"shop\":{\"appId\":5,\"apiBase\":\"\"}}}");
    assertThat(wx.run("config", "get", "appId").exits(7).err()).contains("/appId is not a text");

    wx.run("config", "set", "appId", "wx0123456789abcdef").exits(0);
    wx.run("config", "unset", "apiBase").exits(0);

    assertThat(file().at("/profiles").toString())
        .isEqualTo("{\"shop\":{\"appId\":\"wx0123456789abcdef\"}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "config set profiles..appId wx0123456789abcdef",
        "config set appId wx0123456789abcdef --profile=",
        "config get appId --profile=",
        "login --app-id wx0123456789abcdef --no-check --profile="
      })
  void a_profile_has_a_name(String line) {
    assertThat(wx.typing(SECRET).run(line.split(" ")).exits(2).err())
        .contains("the profile has no name");
    assertThat(wx.config()).doesNotExist();
  }

  @Test
  void the_built_in_sandbox_has_nothing_to_configure() {
    assertThat(wx.with("WXCARD_PROFILE", "sandbox").run("config", "list").exits(2).err())
        .contains("nothing to configure")
        .doesNotContain("wxcard login");
    wx.with("WXCARD_PROFILE", "");
    assertThat(wx.run("config", "get", "appId", "--sandbox").exitCode()).isEqualTo(2);
    assertThat(wx.run("config", "set", "appId", "wx1", "--profile", "sandbox").exitCode())
        .isEqualTo(2);
  }

  private JsonNode file() throws IOException {
    return Json.read(Files.readAllBytes(wx.config()));
  }

  private void write(String text) throws IOException {
    Files.createDirectories(wx.config().getParent());
    Files.writeString(wx.config(), text);
  }
}
