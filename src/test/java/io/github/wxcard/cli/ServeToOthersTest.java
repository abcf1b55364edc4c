package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.OtherMachine.Ended;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A served sandbox that others reach: over the network, or through a proxy under another name. */
@Timeout(120)
final class ServeToOthersTest {
  @TempDir Path home;

  @Test
  void others_may_call_the_api_and_with_the_token_the_controls() throws Exception {
    Optional<OtherMachine> made = OtherMachine.make();
    assumeTrue(made.isPresent(), "this machine lets nobody make a network namespace");
    try (OtherMachine there = made.get();
        ServeProcess serve =
            ServeProcess.start(home, "--host", "0.0.0.0", "--port", "0", "--memory")) {
      BufferedReader told = serve.process().errorReader(StandardCharsets.UTF_8);
      assertThat(warning(told)).contains("other machines can reach this sandbox");
      String line = warning(told);
      String token = line.substring(line.indexOf("X-Wxcard-Token: ") + 16);
      assertThat(token).matches("[\\w-]{32}");
      Map<String, String> account = new HashMap<>();
      account.put("WXCARD_API_BASE", "http://" + there.address() + ":" + serve.base().getPort());
      account.put("WXCARD_APPID", serve.greeting().path("appid").asText());
      account.put("WXCARD_SECRET", serve.greeting().path("secret").asText());

      assertThat(there.wxcard(home, account, "token").code()).isZero();
      Ended refused = there.wxcard(home, account, "sandbox", "status");
      assertThat(refused.code()).isEqualTo(4);
      assertThat(refused.text())
          .contains("The sandbox: callers on other machines must send", "WXCARD_SANDBOX_TOKEN")
          .doesNotContain(token);
      account.put("WXCARD_SANDBOX_TOKEN", token + "\n");
      Ended shown = there.wxcard(home, account, "sandbox", "status", "--verbose");
      assertThat(shown.code()).isZero();
      assertThat(shown.text()).contains("appid wx5a4db0c0000c0de1").doesNotContain(token);
      account.put("WXCARD_SANDBOX_TOKEN", "guessed");
      assertThat(there.wxcard(home, account, "sandbox", "reset", "--yes").code()).isEqualTo(4);

      Wxcard here = new Wxcard(home);
      account.remove("WXCARD_SANDBOX_TOKEN");
      account.forEach(here::with);
      here.run("sandbox", "status").exits(0);
    }
  }

  @Test
  void a_token_that_was_set_is_not_printed() throws Exception {
    ProcessBuilder program =
        ServeProcess.program(
            home, List.of("sandbox", "serve", "--host", "0.0.0.0", "--port", "0", "--memory"));
    program.environment().put("WXCARD_SANDBOX_TOKEN", "my-own-token");
    Process process = program.start();
    try (BufferedReader told = process.errorReader(StandardCharsets.UTF_8)) {
      assertThat(warning(told)).contains("other machines");
      assertThat(warning(told))
          .contains("the value of WXCARD_SANDBOX_TOKEN")
          .doesNotContain("my-own-token");
    } finally {
      process.destroyForcibly().onExit().join();
    }
  }

  @Test
  void links_and_hosts_follow_the_public_url() throws Exception {
    try (ServeProcess serve =
        ServeProcess.start(
            home,
            "--port",
            "0",
            "--memory",
            "--public-url",
            "https://cards.example/",
            "--allow-host",
            "Other.example")) {
      assertThat(status(serve, "cards.example")).startsWith("HTTP/1.1 200 ");
      assertThat(status(serve, "other.example:80")).startsWith("HTTP/1.1 200 ");
      assertThat(status(serve, "wxcard-sandbox")).startsWith("HTTP/1.1 200 ");
      assertThat(status(serve, "shop.example"))
          .startsWith("HTTP/1.1 403 ")
          .contains("--allow-host", "X-Wxcard-Reason: ");
      assertThat(serve.greeting().path("base_url").asText()).startsWith("http://127.0.0.1:");

      Wxcard wx = new Wxcard(home).with("WXCARD_API_BASE", serve.base().toString());
      String groupon = Path.of("samples/groupon.json").toAbsolutePath().toString();
      String card = wx.run("create", groupon).exits(0).out().strip();
      assertThat(wx.run("qrcode", card, "--jq", ".url").exits(0).out())
          .startsWith("https://cards.example/q/");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--public-url, cards.example",
    "--public-url, ftp://cards.example",
    "--public-url, https://me@cards.example",
    "--public-url, https://cards.example/?a=b",
    "--public-url, https://",
    "--public-url, https://a b",
    "--allow-host, https://cards.example",
    "--allow-host, cards.example:80",
    "--allow-host, *.example",
    "--allow-host, ''",
  })
  void what_is_no_name_or_address_is_a_matter_of_usage(String option, String value) {
    Run run =
        new Wxcard(home).run("sandbox", "serve", "--port", "0", "--memory", option, value).exits(2);

    assertThat(run.err()).contains(option).contains("Next: ");
    assertThat(run.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", " ", "schlüssel"})
  void a_token_that_no_header_can_hold_is_a_matter_of_configuration(String token) {
    Wxcard wx = new Wxcard(home).with("WXCARD_SANDBOX_TOKEN", token);

    assertThat(wx.run("sandbox", "serve", "--port", "0", "--memory").exits(7).err())
        .contains("WXCARD_SANDBOX_TOKEN");
  }

  @Test
  void a_sandbox_in_another_container_needs_no_https() {
    Wxcard wx =
        new Wxcard(home)
            .with("WXCARD_API_BASE", "http://wxcard-sandbox.invalid:8900")
            .with("WXCARD_APPID", "wx5a4db0c0000c0de1")
            .with("WXCARD_SECRET", "0123456789abcdef0123456789abcdef");

    wx.run("sandbox", "status").exits(6);
    wx.run("sandbox", "wait", "http://wxcard-sandbox.invalid:8900", "--timeout", "1s").exits(6);
    assertThat(wx.with("WXCARD_SECRET", "f".repeat(32)).run("token").exits(7).err())
        .contains("in the clear");
  }

  @ParameterizedTest
  @CsvSource({
    "sandbox wait http://wx_sandbox:8900, 2",
    "sandbox serve --memory --port 0 --public-url http://wx_sandbox:8900, 2",
    "event check http://my_server/wechat?a=b --secrets-stdin, 3",
    "config set apiBase http://wx_sandbox:8900, 3"
  })
  void a_service_whose_name_is_none_of_a_host_gets_an_alias(String line, int exitCode) {
    assertThat(new Wxcard(home).run(line.split(" ")).exits(exitCode).err())
        .contains("no underscore", "alias");
    assertThat(new Wxcard(home).run(line.replace("_", ".-.").split(" ")).exits(exitCode).err())
        .doesNotContain("underscore");
  }

  @Test
  void a_sandbox_that_is_named_is_waited_for_whatever_account_is_set() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--memory")) {
      Wxcard wx = new Wxcard(home).with("WXCARD_API_BASE", "http://wxcard-sandbox.invalid:8900");

      wx.run("sandbox", "wait", serve.base().toString(), "--timeout", "20s").exits(0);
      wx.run("sandbox", "wait", "--timeout", "1s").exits(7);
    }
  }

  private static String warning(BufferedReader told) throws IOException {
    String line = told.readLine();
    while (line != null && !line.startsWith("warning: ")) {
      line = told.readLine();
    }
    return String.valueOf(line);
  }

  private static String status(ServeProcess serve, String host) throws Exception {
    URI base = serve.base();
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request =
          "GET /sandbox/status HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
