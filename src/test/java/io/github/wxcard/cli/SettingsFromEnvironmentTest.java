package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.RedisServer;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import io.github.wxcard.event.CallbackKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine without a config file, such as a CI's, says in variables. */
final class SettingsFromEnvironmentTest {
  private static final String TOKEN = "Tokensecret7";
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  private static final String SIGN = "sign callback --timestamp 1357982061 --nonce 1358161344";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void open() {
    wx = new Wxcard(home);
  }

  @Test
  void tokens_are_shared_in_the_store_that_a_variable_names() throws IOException {
    try (ServedAccount account = new ServedAccount();
        RedisServer redis = RedisServer.start("marker-password")) {
      wx.with("WXCARD_API_BASE", account.base().toString()).with("WXCARD_TOKEN_STORE", redis.url());
      String token = wx.run("token").exits(0).out();
      Files.deleteIfExists(wx.config());

      assertThat(redis.keys()).hasSize(1);
      assertThat(wx.run("token").exits(0).out()).isEqualTo(token);
      Run doctor = wx.run("doctor").exits(0);
      assertThat(doctor.out())
          .contains("redis://***@127.0.0.1:" + redis.port() + "/0  (WXCARD_TOKEN_STORE)")
          .doesNotContain("marker-password");
    }
  }

  @Test
  void it_outranks_the_profile_and_a_sandbox_run_ignores_it() throws IOException {
    try (ServedAccount account = new ServedAccount();
        RedisServer redis = RedisServer.start()) {
      write("\"apiBase\":\"" + account.base() + "\",\"tokenStore\":\"not understood\"");
      wx.with("WXCARD_TOKEN_STORE", redis.url())
          .with("WXCARD_APPID", "wx5a4db0c0000c0de1")
          .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef");

      wx.run("token").exits(0);
      assertThat(redis.keys()).hasSize(1);
      assertThat(wx.run("token", "--sandbox").exits(0).err()).isEmpty();
      assertThat(redis.keys()).hasSize(1);
    }
  }

  @Test
  void one_that_cannot_be_understood_is_told_by_its_name() throws IOException {
    write("\"apiBase\":\"http://127.0.0.1:1\"");
    wx.with("WXCARD_TOKEN_STORE", "memcached://:marker-password@cache:1");

    Run run = wx.run("token").exits(7);

    assertThat(run.err()).contains("WXCARD_TOKEN_STORE begins with memcached://");
    assertThat(run.err()).doesNotContain("marker-password", "tokenStore of");
    wx.run("token", "--sandbox").exits(0);
  }

  @Test
  void the_callbacks_token_is_the_variables_before_the_profiles() throws IOException {
    write("\"callback\":{\"token\":\"Othertoken\"}");
    String profiles = wx.run(SIGN.split(" ")).exits(0).out().strip();

    String own = wx.with("WXCARD_CALLBACK_TOKEN", TOKEN).run(SIGN.split(" ")).exits(0).out();

    assertThat(profiles).isEqualTo(signature("Othertoken"));
    assertThat(own.strip()).isEqualTo(signature(TOKEN));
    assertThat(
            wx.typing("Typed\n").run((SIGN + " --token-stdin").split(" ")).exits(0).out().strip())
        .isEqualTo(signature("Typed"));
  }

  @Test
  void token_and_key_of_the_environment_need_no_config_file() throws IOException {
    wx.with("WXCARD_CALLBACK_TOKEN", TOKEN)
        .with("WXCARD_ENCODING_AES_KEY", KEY)
        .with("WXCARD_APPID", "wx9")
        .with("WXCARD_SECRET", "s");
    CallbackKeys keys = new CallbackKeys(TOKEN, KEY, "wx9");
    Path file = home.resolve("push.txt");
    Files.writeString(file, keys.cipher().orElseThrow().encrypt("<xml>一</xml>", new byte[16]));

    assertThat(wx.run("event", "decrypt", file.toString()).exits(0).out()).contains("<xml>一</xml>");
    assertThat(wx.run(SIGN.split(" ")).exits(0).out().strip()).isEqualTo(signature(TOKEN));
    Files.createDirectories(wx.config().getParent());
    Files.writeString(wx.config(), "{");
    assertThat(wx.run(SIGN.split(" ")).exits(0).out().strip()).isEqualTo(signature(TOKEN));
  }

  @Test
  void a_key_of_the_environment_goes_with_the_profiles_token() throws IOException {
    write("\"callback\":{\"token\":\"" + TOKEN + "\"}");
    Path file = home.resolve("push.txt");
    CallbackKeys keys = new CallbackKeys(TOKEN, KEY, "wx9");
    Files.writeString(file, keys.cipher().orElseThrow().encrypt("<xml/>", new byte[16]));

    assertThat(wx.run("event", "decrypt", file.toString()).exits(7).err())
        .contains("no EncodingAESKey in the profile's callback block", "WXCARD_ENCODING_AES_KEY");
    wx.with("WXCARD_ENCODING_AES_KEY", KEY);
    assertThat(wx.run("event", "decrypt", file.toString()).exits(0).out()).contains("<xml/>");
    assertThat(wx.run("doctor").out())
        .contains("callback Token", "EncodingAESKey", "(WXCARD_ENCODING_AES_KEY)")
        .doesNotContain(TOKEN, KEY);
  }

  @Test
  void a_value_that_is_none_is_told_by_the_variables_name() {
    wx.with("WXCARD_CALLBACK_TOKEN", "marker secret");

    Run run = wx.run("event", "trigger", "user_get_card", "--to", "http://127.0.0.1:1");

    assertThat(run.exits(7).err())
        .contains("the Token in WXCARD_CALLBACK_TOKEN is not 3 to 32 letters or digits")
        .doesNotContain("marker");
  }

  private static String signature(String token) {
    return new CallbackKeys(token, "", "").sign("1357982061", "1358161344", "");
  }

  private void write(String members) throws IOException {
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        "{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx9\",\"secret\":\"s\","
            + members
            + "}}}");
  }
}
