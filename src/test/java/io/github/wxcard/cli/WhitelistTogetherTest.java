package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several who add testers to one account at the same time. */
@Timeout(120)
class WhitelistTogetherTest {
  private static final int HOW_MANY = 8;

  @TempDir Path home;

  @Test
  void threads_lose_nobody() {
    Wxcard wx = new Wxcard(home).with("WXCARD_PROFILE", "sandbox");
    wx.run("token").exits(0);

    List<Wxcard.Running> all =
        IntStream.range(0, HOW_MANY)
            .mapToObj(i -> wx.start("whitelist", "--add", "--username", "usr" + i))
            .toList();

    all.forEach(running -> running.join().exits(0));
    everybodyIsThere(wx);
  }

  @Test
  void processes_lose_nobody() throws Exception {
    try (ServeProcess serve = ServeProcess.start(home, "--port", "0", "--memory")) {
      Wxcard wx =
          new Wxcard(home)
              .with("WXCARD_API_BASE", serve.base().toString())
              .with("WXCARD_APPID", serve.greeting().path("appid").asText())
              .with("WXCARD_SECRET", serve.greeting().path("secret").asText());
      wx.run("token").exits(0);
      List<Process> all = new ArrayList<>();
      for (int i = 0; i < HOW_MANY; i++) {
        ProcessBuilder add =
            ServeProcess.program(home, List.of("whitelist", "--add", "--username", "usr" + i));
        add.environment().putAll(wx.environment().variables());
        all.add(add.redirectErrorStream(true).start());
      }

      for (Process process : all) {
        assertThat(process.waitFor()).isZero();
      }
      everybodyIsThere(wx);
      assertThat(serve.get("/sandbox/status")).contains("\"testers\":" + (HOW_MANY + 1));
    }
  }

  private static void everybodyIsThere(Wxcard wx) {
    Run run = wx.run("whitelist", "--add", "--username", "last", "--json").exits(0);
    List<String> names = new ArrayList<>();
    run.json().path("username").forEach(name -> names.add(name.asText()));
    assertThat(names)
        .containsExactlyInAnyOrder(
            "usr0", "usr1", "usr2", "usr3", "usr4", "usr5", "usr6", "usr7", "last");
  }
}
