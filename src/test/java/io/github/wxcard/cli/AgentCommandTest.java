package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentCommandTest {
  private static final String OLD = "Mozilla/5.0 (iPhone; CPU iPhone OS 7_0) MicroMessenger/6.0.1";
  private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0) Chrome/120.0";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHomeWhereNothingIsConfigured() {
    wx = new Wxcard(home).with("CI", "true");
  }

  @ParameterizedTest
  @CsvSource({
    "MicroMessenger/6.0.2, true",
    "MicroMessenger/6.0.2.56_r958800.520, true",
    "MicroMessenger/6.0.10, true",
    "MicroMessenger/10.0, true",
    "MicroMessenger/6.1, true",
    "micromessenger/8.0.49.2600(0x28003133), true",
    "MicroMessenger/6.0.1.99, false",
    "MicroMessenger/6.0, false",
    "MicroMessenger/5.4.1, false",
    "MicroMessenger/, false",
    "MicroMessenger/x.1, false",
    "Chrome/120.0, false"
  })
  void versions_are_compared_part_by_part_as_numbers(String userAgent, boolean cards) {
    JsonNode seen = wx.run("agent", userAgent, "--json").exits(0).json();
    assertThat(seen.path("cards").asBoolean()).isEqualTo(cards);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (Linux; Android 14; Pixel) MicroMessenger/8.0.49 Language/zh_CN | Android
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.44 | iOS
          Mozilla/5.0 (iPad; CPU OS 16_0 like Mac OS X) MicroMessenger/8.0.44         | iOS
          Mozilla/5.0 (Windows NT 10.0; WOW64) MicroMessenger/7.0.20 WindowsWechat    | Windows
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) MicroMessenger/6.8.0 MacWechat | Mac
          Mozilla/5.0 (X11; Linux x86_64) MicroMessenger/8.0                          | Linux
          MicroMessenger/8.0                                                          | unknown system
          """)
  void the_platform_is_told(String userAgent, String platform) {
    JsonNode seen = wx.run("agent", userAgent, "--json").exits(0).json();
    assertThat(seen.path("platform").asText()).isEqualTo(platform);
    assertThat(seen.path("mini_program").asBoolean()).isFalse();
  }

  @Test
  void a_mini_program_is_told_beside_its_platform() {
    String line =
        wx.run("agent", "Mozilla/5.0 (Linux; Android 14) MicroMessenger/8.0.49 miniProgram/wx12")
            .exits(0)
            .out();
    assertThat(line).isEqualTo("WeChat 8.0.49, Android mini program: cards work\n");
  }

  @Test
  void what_is_too_old_or_not_wechat_is_an_answer() {
    assertThat(wx.run("agent", OLD).exits(0).out())
        .isEqualTo("WeChat 6.0.1, iOS: too old for cards, which need 6.0.2\n");
    assertThat(wx.run("agent", BROWSER).exits(0).out())
        .isEqualTo("not WeChat, Windows: no cards here\n");
    JsonNode seen = wx.run("agent", BROWSER, "--json").exits(0).json();
    assertThat(seen.path("wechat").asBoolean()).isFalse();
    assertThat(seen.path("version").isNull()).isTrue();
    assertThat(seen.path("user_agent").asText()).isEqualTo(BROWSER);
  }

  @Test
  void standard_input_is_answered_line_by_line() throws IOException {
    wx.typing(OLD + "\r\n\n" + BROWSER);
    assertThat(wx.run("agent").exits(0).out()).hasLineCount(3).contains("too old", "not WeChat");
    Run run = wx.run("agent", "-", "--json").exits(0);
    List<String> agents = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      agents.add(Json.read(line).path("user_agent").asText());
    }
    assertThat(agents).containsExactly(OLD, "", BROWSER);
    assertThat(wx.run("agent", "--jq", ".cards").exits(0).out()).isEqualTo("false\nfalse\nfalse\n");
  }

  @Test
  void an_empty_user_agent_is_refused() {
    assertThat(wx.run("agent", "").exits(3).err()).contains("USER-AGENT is empty");
  }

  @Test
  void the_examples_of_the_help_can_be_run() {
    assertThat(HelpExamples.run(wx, "agent", Map.of()))
        .hasSize(2)
        .allSatisfy(run -> run.exits(0))
        .first()
        .satisfies(run -> assertThat(run.out()).contains("cards work"));
  }
}
