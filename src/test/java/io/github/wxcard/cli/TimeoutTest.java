package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.PlainHost;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Wxcard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that wait by nature end when {@code --timeout} says so. */
@Timeout(120)
final class TimeoutTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home).in(home).with("WXCARD_PROFILE", "sandbox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create -",
        "run -",
        "hello --card -",
        "api POST /card/get --body -",
        "explain -",
        "link parse -",
        "event decrypt -",
        "event trigger card_pass_check --to http://127.0.0.1:9/ --secrets-stdin",
        "event listen --port 0 --secrets-stdin",
        "sandbox callback set http://127.0.0.1:9/ --secrets-stdin",
        "sign card p1 --app-id wx1 --ticket-stdin",
        "sign callback --token-stdin --timestamp 1 --nonce n",
        "login --app-id wx0123456789abcdef"
      })
  void a_silent_standard_input_is_waited_for_as_long_as_allowed(String line) throws Exception {
    try (SilentInput nobody = new SilentInput("")) {
      Run run = wx.reading(nobody.stream()).run((line + " --timeout 300ms").split(" ")).exits(6);

      assertThat(run.err())
          .contains("standard input did not end within 300 ms", "--timeout")
          .doesNotContain("unexpected");
    }
  }

  @Test
  void one_that_began_and_does_not_end_is_silent_too() throws Exception {
    try (SilentInput begun = new SilentInput("{\"card\":")) {
      Run run = wx.reading(begun.stream()).run("create", "-", "--timeout", "300ms").exits(6);

      assertThat(run.err()).contains("did not end within 300 ms");
    }
  }

  @Test
  void one_that_ends_is_read_whatever_the_limit() throws Exception {
    byte[] card = Files.readAllBytes(Path.of("samples/groupon.json"));

    wx.typing(card).run("create", "-", "--timeout", "100s").exits(0);
    wx.typing(card).run("create", "-").exits(0);
  }

  @Test
  void a_seed_that_nobody_writes_keeps_no_sandbox_waiting() throws Exception {
    new ProcessBuilder("mkfifo", home.resolve("fifo").toString()).start().waitFor();

    Run run =
        wx.run(
                "sandbox",
                "serve",
                "--port",
                "0",
                "--memory",
                "--seed",
                "fifo",
                "--timeout",
                "300ms")
            .exits(6);

    assertThat(run.err()).contains("fifo is no regular file", "--timeout");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox journal --follow", "sandbox events --follow"})
  void following_ends(String line) {
    Run run = wx.run((line + " --json --timeout 5s").split(" ")).exits(6);

    assertThat(run.error().path("kind").asText()).isEqualTo("network");
    assertThat(run.error().path("errmsg").asText()).contains("after 5 s, as --timeout says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sandbox journal --follow", "sandbox events --follow", "sandbox wait"})
  void a_sandbox_that_falls_silent_is_left(String line) {
    CountDownLatch end = new CountDownLatch(1);
    try (PlainHost silent =
        PlainHost.answering(
            (request, out) -> {
              end.await();
              return false;
            })) {
      wx.with("WXCARD_PROFILE", "").with("WXCARD_API_BASE", silent.base().toString());

      wx.run((line + " --timeout 1s").split(" ")).exits(6);
      end.countDown();
    }
  }

  @Test
  void listening_ends() {
    String token = "abc\n";
    Run run =
        wx.typing(token)
            .run("event", "listen", "--port", "0", "--secrets-stdin", "--timeout", "2s")
            .exits(6);

    assertThat(run.err()).contains("stopped listening after 2 s, as --timeout says");
  }

  @Test
  void what_is_done_in_time_is_no_matter_of_time() throws Exception {
    try (ServedAccount account = new ServedAccount()) {
      account.configure(wx.config());
      wx.with("WXCARD_PROFILE", "");

      wx.run("sandbox", "wait", "--timeout", "100s").exits(0);
      wx.run("sandbox", "journal", "--timeout", "100s").exits(0);
    }
  }
}
