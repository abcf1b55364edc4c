package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.PlainHost;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy that does not let anybody through, as a process of its own meets it. */
@Timeout(60)
class CompanyProxyTest {
  private static final String APP_ID = "wx0123456789abcdef";
  private static final String HOST = "https://api.wechat.example";
  private static final String NOTHING_SENT = "Nothing was sent, so nothing was done.";

  @TempDir Path home;

  private static PlainHost proxy(String status, String challenge) {
    return PlainHost.answering(
        (request, out) -> {
          PlainHost.write(
              out,
              "HTTP/1.1 %s No\r\nProxy-Authenticate: %s\r\nContent-Length: 0\r\n\r\n"
                  .formatted(status, challenge));
          return true;
        });
  }

  private Run run(PlainHost proxy, String login, String... words) throws Exception {
    ProcessBuilder program = ServeProcess.program(home, List.of(words));
    program
        .environment()
        .putAll(
            Map.of(
                "HTTPS_PROXY",
                "http://" + login + "127.0.0.1:" + proxy.port(),
                "WXCARD_API_BASE",
                HOST,
                "WXCARD_APPID",
                APP_ID,
                "WXCARD_SECRET",
                "0123456789abcdef0123456789abcdef"));
    Path err = home.resolve("err.txt");
    Process process = program.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(String.join(" ", words), process.waitFor(), out, Files.readString(err));
  }

  private void cacheToken() throws IOException {
    Path config = new Wxcard(home).config();
    Files.createDirectories(config.getParent());
    Files.writeString(
        config,
        """
        {"version":1,"cache":{"%s@%s":{"access_token":
        {"value":"t","kind":"stable","expiresAt":"%s"}}}}
        """
            .formatted(APP_ID, HOST, Instant.now().plusSeconds(3600)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"token", "consume 4711", "create samples/groupon.json", "doctor"})
  void a_refused_password_is_told_after_one_try(String line) throws Exception {
    try (PlainHost proxy = proxy("407", "Basic realm=\"company\"")) {
      Run run = run(proxy, "me:wrong@", line.split(" ")).exits(6);

      assertThat(run.err())
          .contains("The proxy refuses the user name or password in HTTPS_PROXY", NOTHING_SENT);
      assertThat(proxy.requests()).hasSize(1);
      assertThat(proxy.requests().get(0))
          .startsWith("CONNECT api.wechat.example:443 ")
          .contains("Proxy-Authorization: Basic bWU6d3Jvbmc=");
      assertThat(run.out() + run.err()).doesNotContain("me:wrong", "bWU6d3Jvbmc");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"consume", "code void", "code check p1", "code deposit p1", "code deposit p2"})
  void a_batch_shows_a_refused_password_once(String command) throws Exception {
    if (!command.endsWith("p2")) {
      cacheToken();
    }
    Path codes = Files.write(home.resolve("codes.txt"), List.of("1", "2", "3", "4", "5", "6"));
    try (PlainHost proxy = proxy("407", "Basic realm=\"company\"")) {
      String line = command + " --from " + codes + " --parallel 4 --json";
      Run run = run(proxy, "me:wrong@", line.split(" "));

      run.exits(8);
      assertThat(run.out() + run.err()).contains(NOTHING_SENT).doesNotContain("not known");
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "me:right@ | NTLM | the proxy wants NTLM, which is not supported",
        "me:right@ | Negotiate TlRMTVNT | the proxy wants Negotiate, which is not supported",
        "'' | Digest realm=\"x\" | the proxy wants Digest, which is not supported",
        "'' | Basic realm=\"x\" | the proxy wants a user name and password",
        "me:right@ | basic realm=\"x\" | The proxy refuses the user name or password"
      })
  void what_a_proxy_wants_is_told(String login, String challenge, String told) throws Exception {
    cacheToken();
    try (PlainHost proxy = proxy("407", challenge)) {
      Run run = run(proxy, login, "consume", "4711", "--json").exits(6);

      assertThat(run.error().path("errmsg").asText()).startsWith(told);
      assertThat(run.error().path("meaning").asText()).isEqualTo(NOTHING_SENT);
      assertThat(proxy.requests()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"403, 1", "502, 3", "503, 3"})
  void a_proxy_that_does_not_connect_has_let_nothing_pass(String status, int tries)
      throws Exception {
    cacheToken();
    try (PlainHost proxy = proxy(status, "Basic")) {
      Run run = run(proxy, "", "consume", "4711").exits(6);

      assertThat(run.err())
          .contains("the proxy does not connect to api.wechat.example (HTTP status " + status)
          .contains(NOTHING_SENT)
          .doesNotContain("not known");
      assertThat(proxy.requests()).hasSize(tries);
    }
  }

  @Test
  void a_proxy_that_hangs_up_has_let_nothing_pass() throws Exception {
    cacheToken();
    try (PlainHost proxy = PlainHost.answering((request, out) -> false)) {
      Run run = run(proxy, "", "consume", "4711").exits(6);

      assertThat(run.err()).contains(NOTHING_SENT).doesNotContain("not known");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"p@ss", "12/@x", "p#@x", "p?@", "100%"})
  void a_password_that_breaks_its_address_is_told_how_to_be_written(String password) {
    Wxcard wx =
        new Wxcard(home)
            .with("HTTPS_PROXY", "http://me:" + password + "@127.0.0.1:3128")
            .with("WXCARD_API_BASE", HOST)
            .with("WXCARD_APPID", APP_ID)
            .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef");

    Run run = wx.run("token").exits(7);

    assertThat(run.err()).contains("HTTPS_PROXY", "%40").doesNotContain(password);
  }
}
