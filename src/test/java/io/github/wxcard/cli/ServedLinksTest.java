package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Wxcard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the links of a sandbox lead that answers only for the length of a command. */
@Timeout(120)
final class ServedLinksTest {
  private static final String NOBODY = "http://127.0.0.1:8900/q/";
  private static final String CARD = Path.of("samples/groupon.json").toAbsolutePath().toString();

  @TempDir Path home;

  @Test
  void they_lead_to_where_the_same_state_is_served() throws Exception {
    Wxcard wx = new Wxcard(home);
    String card = wx.run("create", CARD, "--sandbox").exits(0).out().strip();
    assertThat(link(wx, card)).startsWith(NOBODY);
    assertThat(wx.run("hello", "--sandbox").exits(0).out())
        .contains("answers while `wxcard sandbox serve` runs")
        .doesNotContain("scan this");

    try (ServeProcess serve = ServeProcess.start(home, "--port", "0")) {
      String link = link(wx, card);
      assertThat(link).startsWith(serve.base() + "/q/");
      String path = link.substring(serve.base().toString().length());
      assertThat(serve.get(path)).isNotEmpty().doesNotContain("40066");
      assertThat(wx.run("hello", "--sandbox").exits(0).out())
          .contains("scan this: " + serve.base() + "/q/");

      wx.run("sandbox", "reset", "--yes", "--sandbox").exits(0);
      assertThat(wx.run("hello", "--sandbox").exits(0).out()).contains("scan this: ");
      assertThat(wx.run("sandbox", "export").exits(0).out()).doesNotContain("\"served\"");

      serve.process().toHandle().destroy();
      assertThat(serve.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    String again = wx.run("create", CARD, "--sandbox").exits(0).out().strip();
    assertThat(link(wx, again)).startsWith(NOBODY);
  }

  @Test
  void they_begin_with_the_public_url_of_a_sandbox_that_has_one() throws Exception {
    Wxcard wx = new Wxcard(home);
    try (ServeProcess serve =
        ServeProcess.start(home, "--port", "0", "--public-url", "https://cards.example")) {
      String card = wx.run("create", CARD, "--sandbox").exits(0).out().strip();

      assertThat(link(wx, card)).startsWith("https://cards.example/q/");
      assertThat(serve.process().isAlive()).isTrue();
    }
  }

  @Test
  void one_that_was_killed_or_has_another_state_is_not_taken_for_it() throws Exception {
    Wxcard wx = new Wxcard(home);
    String port = String.valueOf(portThatNobodyIsGiven());
    try (ServeProcess killed = ServeProcess.start(home, "--port", port)) {
      assertThat(killed.base().getPort()).isEqualTo(Integer.parseInt(port));
    }
    String card = wx.run("create", CARD, "--sandbox").exits(0).out().strip();
    assertThat(link(wx, card)).startsWith(NOBODY);

    try (ServeProcess killed = ServeProcess.start(home, "--port", port)) {
      assertThat(killed.base().getPort()).isEqualTo(Integer.parseInt(port));
    }
    try (ServeProcess other = ServeProcess.start(home, "--port", port, "--memory")) {
      assertThat(link(wx, card)).startsWith(NOBODY);
      assertThat(other.process().isAlive()).isTrue();
    }
  }

  /** A free one that no system gives to a program that asks for any: it stays free. */
  private static int portThatNobodyIsGiven() {
    int port = 20_000 + (int) (ProcessHandle.current().pid() % 10_000);
    while (true) {
      try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return free.getLocalPort();
      } catch (IOException taken) {
        port++;
      }
    }
  }

  private static String link(Wxcard wx, String card) {
    return wx.run("qrcode", card, "--sandbox", "--jq", ".url").exits(0).out().strip();
  }
}
