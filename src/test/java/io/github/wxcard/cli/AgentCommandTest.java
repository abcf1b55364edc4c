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
    "NotMicroMessenger/8.0, false",
    "Mozilla/5.0 (MicroMessenger/8.0), true",
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

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Mobile/15E148 wxwork/3.1.16 MicroMessenger/7.0.1 Language/zh ColorScheme/Dark | WeCom 3.1.16, iOS: no cards here | WeCom | false | false
          Mozilla/5.0 (Windows NT 10.0; WOW64) Chrome/81.0 Safari/537.36 wxwork/4.1.13 (MicroMessenger/6.2) WindowsWechat MailPlugin_Electron | WeCom 4.1.13, Windows: no cards here | WeCom | false | false
          Mozilla/5.0 (iPhone; CPU iPhone OS 18_4 like Mac OS X) wxworklocal/3.3.0 wxwork/4.0.0 MicroMessenger/7.0.1 | WeCom 3.3.0, iOS: no cards here | WeCom | false | false
          Mozilla/5.0 (Linux; Android 9) WXWork/2.7.2 MicroMessenger/6.3.22 miniProgram/wx12 | WeCom 2.7.2, Android mini program: no cards here | WeCom | false | false
          Mozilla/5.0 (iPhone; CPU iPhone OS 10_3) Safari/602.1 wechatdevtools/1.06.2209190 MicroMessenger/8.0.5 webview/ | WeChat developer tools 1.06.2209190, iOS: cards are not known to work here | WeChat developer tools | true | false
          Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/122.0 MicroMessenger/7.0.20.1781(0x6700143B) NetType/WIFI MiniProgramEnv/Windows WindowsWechat/WMPF WindowsWechat(0x63090a13) XWEB/9129 | WeChat for Windows 7.0.20.1781, Windows mini program: cards are not known | WeChat for Windows | true | false
          Mozilla/5.0 (Windows NT 6.1; WOW64) QBCore/4.0.1326.400 QQBrowser/9.0.2524.400 MicroMessenger/6.5.2.501 NetType/WIFI WindowsWechat | WeChat for Windows 6.5.2.501, Windows: cards are not known | WeChat for Windows | true | false
          Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) MicroMessenger/7.0.20.1781(0x6700143B) MacWechat/3.8.7(0x13080712) UnifiedPCMacWechat(0xf26411f0) XWEB/16512 Flue | WeChat for Mac 7.0.20.1781, Mac: cards are not known | WeChat for Mac | true | false
          Mozilla/5.0 (Phone; OpenHarmony 5.1) Chrome/114.0.0.0 ArkWeb/4.1.6.1 Mobile MicroMessenger/8.0.9.39(0xf3100927) Weixin NetType/WIFI XWEB/1140307 | WeChat 8.0.9.39, HarmonyOS: cards work | WeChat | true | true
          Mozilla/5.0 (Linux; Android 12; wv) XWEB/1340129 MMWEBSDK/20240301 MicroMessenger/8.0.48.2580(0x28003036) WeChat/arm64 Weixin MiniProgramEnv/android | WeChat 8.0.48.2580, Android mini program: cards work | WeChat | true | true
          Mozilla/5.0 (Linux; Android 7; wv) MQQBrowser/6.2 TBS/044409 Mobile MicroMessenger/6.6.7.1321 | WeChat 6.6.7.1321, Android: cards work | WeChat | true | true
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) WeCom/5.0.1 MicroMessenger/8.0 | WeCom 5.0.1, iOS: no cards here | WeCom | false | false
          Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0 DingTalk/7.5.1 | not WeChat, iOS: no cards here | | false | false
          Mozilla/5.0 (Linux; Android 9) Mobile MicroMessenger/7.0.1 Lark/3.0.0 LarkLocale/zh_CN | not WeChat, Android: no cards here | | false | false
          Mozilla/5.0 (Linux; Android 9) MQQBrowser/6.2 Mobile QQ/8.9.0 MicroMessenger/7.0.1 | not WeChat, Android: no cards here | | false | false
          Mozilla/5.0 (Linux; Android 10) MQQBrowser/11.0 Mobile Safari QQ/8.9.0 | not WeChat, Android: no cards here | | false | false
          """)
  void other_products_that_say_micro_messenger_are_told_apart(
      String userAgent, String line, String product, boolean wechat, boolean cards) {
    assertThat(wx.run("agent", userAgent).exits(0).out()).startsWith(line);
    JsonNode seen = wx.run("agent", userAgent, "--json").exits(0).json();
    assertThat(seen.path("product").textValue()).isEqualTo(product);
    assertThat(seen.path("wechat").booleanValue()).isEqualTo(wechat);
    assertThat(seen.path("cards").booleanValue()).isEqualTo(cards);
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
  void lines_of_a_file_end_as_any_system_ends_them() {
    wx.typing("\ufeff" + OLD + "\r" + OLD + "\r\n" + OLD + "\n\r" + OLD);
    assertThat(wx.run("agent").exits(0).out().lines()).hasSize(5);
    assertThat(wx.run("agent").out().lines().filter(line -> line.startsWith("WeChat"))).hasSize(4);
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
