package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.RedisServer;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.function.Supplier;
import javax.tools.ToolProvider;
import me.chanjar.weixin.mp.api.WxMpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What points other programs at a sandbox. */
final class SandboxEnvTest {
  private static final String APP_ID = "wx5a4db0c0000c0de1";
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path home;
  private ServedAccount served;
  private Wxcard wx;

  @BeforeEach
  void serve() {
    served = new ServedAccount();
    wx = new Wxcard(home).with("WXCARD_API_BASE", served.base().toString());
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void a_shell_takes_the_three_variables() throws Exception {
    Run run = wx.run("sandbox", "env").exits(0);

    assertThat(run.err()).isEmpty();
    assertThat(shell(run.out() + "echo \"$WXCARD_API_BASE $WXCARD_APPID $WXCARD_SECRET\""))
        .isEqualTo(served.base() + " " + APP_ID + " " + SECRET + "\n");
  }

  @Test
  void the_same_can_be_had_as_json_and_as_properties() throws IOException {
    Run json = wx.run("sandbox", "env", "--format", "json").exits(0);
    Properties properties = new Properties();
    properties.load(
        new StringReader(wx.run("sandbox", "env", "--format", "properties").exits(0).out()));

    assertThat(json.json().path("WXCARD_API_BASE").asText()).isEqualTo(served.base().toString());
    assertThat(json.out()).isEqualTo(wx.run("sandbox", "env", "--json").exits(0).out());
    assertThat(json.out().lines()).hasSize(1);
    assertThat(properties)
        .hasSize(3)
        .containsEntry("WXCARD_API_BASE", served.base().toString())
        .containsEntry("WXCARD_SECRET", SECRET);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wxjava",
        "wxjava-spring",
        "wechatpy",
        "co-wechat-api",
        "easywechat",
        "chanxuehong",
        "senparc",
        "curl"
      })
  void each_library_gets_address_and_account_in_every_form(String name) throws Exception {
    String own = wx.run("sandbox", "env", "--for", name).exits(0).out();
    String json = wx.run("sandbox", "env", "--for", name, "--format", "json").exits(0).out();
    String sh = wx.run("sandbox", "env", "--for", name, "--format", "sh").exits(0).out();
    Properties properties = new Properties();
    properties.load(
        new StringReader(
            wx.run("sandbox", "env", "--for", name, "--format", "properties").exits(0).out()));

    for (String text : new String[] {own, json, sh, properties.toString()}) {
      assertThat(text).contains(served.base().getAuthority(), APP_ID, SECRET);
      assertThat(text).doesNotContain("{base}", "{appid}", "{secret}", "{scheme}", "{authority}");
    }
    assertThat(properties.size()).isGreaterThanOrEqualTo(3);
    assertThat(shell(sh)).as("nothing but assignments").isEmpty();
  }

  /** As somebody would paste it, compiled and asked for a token and the colours. */
  @Test
  void the_lines_for_wxjava_work() throws Exception {
    String code = wx.run("sandbox", "env", "--for", "wxjava").exits(0).out();

    WxMpService service = compiled(code).get();

    assertThat(service.getAccessToken()).isNotEmpty();
    assertThat(service.get(served.base() + "/card/getcolors", "")).contains("Color010");
    assertThat(service.getCardService().getCardApiTicket()).isNotEmpty();
  }

  @Test
  void the_lines_for_curl_work() throws Exception {
    String code = wx.run("sandbox", "env", "--for", "curl").exits(0).out();

    assertThat(shell("export NO_PROXY=127.0.0.1\n" + code)).contains("\"errcode\":0", "Color010");
  }

  @Test
  void spring_boot_finds_the_variables_by_their_names() {
    String sh = wx.run("sandbox", "env", "--for", "wxjava-spring", "--format", "sh").out();

    assertThat(sh).contains("export WX_MP_HOSTS_APIHOST=" + served.base(), "export WX_MP_APPID=");
  }

  @Test
  void a_real_account_is_never_shown_and_silence_is_told() throws IOException {
    Wxcard real = new Wxcard(home);
    Files.createDirectories(real.config().getParent());
    Files.writeString(
        real.config(),
        "{\"version\":1,\"profiles\":{\"shop\":{\"appId\":\"wx00000000000000aa\","
            + "\"secret\":\"marker-secret\"}}}");

    Run run = real.run("sandbox", "env", "--for", "senparc").exits(0);
    String nobody = "http://127.0.0.1:" + RedisServer.freePort();
    Run silent =
        new Wxcard(home.resolve("other"))
            .with("WXCARD_API_BASE", nobody)
            .run("sandbox", "env")
            .exits(0);

    assertThat(run.out()).contains("http://127.0.0.1:8900", APP_ID);
    assertThat(run.toString()).doesNotContain("marker-secret", "wx00000000000000aa");
    assertThat(silent.out()).contains("WXCARD_API_BASE=" + nobody + "\n");
    assertThat(silent.err()).contains("nothing answers at " + nobody, "sandbox serve");
  }

  @Test
  void an_unknown_library_or_form_is_told_with_those_there_are() {
    assertThat(wx.run("sandbox", "env", "--for", "nix").exits(2).err())
        .contains("wxjava, wxjava-spring, wechatpy, co-wechat-api", "senparc or curl");
    assertThat(wx.run("sandbox", "env", "--format", "yaml").exits(2).err())
        .contains("sh, json or properties");
  }

  private Supplier<WxMpService> compiled(String code) throws Exception {
    Path source = home.resolve("Pasted.java");
    Files.writeString(
        source,
        """
        import me.chanjar.weixin.mp.api.WxMpService;
        import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
        import me.chanjar.weixin.mp.config.WxMpHostConfig;
        import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

        public class Pasted implements java.util.function.Supplier<WxMpService> {
          public WxMpService get() {
            %s
            return service;
          }
        }
        """
            .formatted(code));
    String classPath = System.getProperty("java.class.path");
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-cp", classPath, source.toString());
    assertThat(result).as("compiles").isZero();
    URL[] folder = {home.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(folder, getClass().getClassLoader())) {
      Object made = loader.loadClass("Pasted").getDeclaredConstructor().newInstance();
      return () -> (WxMpService) ((Supplier<?>) made).get();
    }
  }

  private static String shell(String script) throws Exception {
    Process process = new ProcessBuilder("sh", "-euc", script).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isZero();
    return out;
  }
}
