package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class EventListenTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @ParameterizedTest
  @EnumSource(MessageMode.class)
  void a_push_is_answered_success_and_printed(MessageMode mode) throws IOException {
    Listening listening = Callback.listen(wx, "--count", "1");

    HttpResponse<String> answer = Callback.send(listening.url(), Callback.push(mode, "4711"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("success");
    Run run = listening.running().join().exits(0);
    JsonNode line = run.json();
    assertThat(line.fieldNames())
        .toIterable()
        .containsExactly("event", "mode", "repeated", "message");
    assertThat(line.path("event").asText()).isEqualTo("user_del_card");
    assertThat(line.path("mode").asText()).isEqualTo(mode.wireName());
    assertThat(line.at("/message/UserCardCode").asText()).isEqualTo("4711");
    assertThat(line.at("/message/CreateTime").isNumber()).isTrue();
    assertThat(run.toString()).doesNotContain(Callback.TOKEN, Callback.KEY);
  }

  @Test
  void the_check_of_the_address_gets_its_echo() {
    Listening listening = Callback.listen(wx, "--count", "1", "--path", "/wx");
    String now = Long.toString(Instant.now().getEpochSecond());
    String query = "?timestamp=" + now + "&nonce=2&echostr=%3Cb%3E5&signature=";

    HttpResponse<String> right =
        Callback.get(listening.url() + query + Callback.KEYS.sign(now, "2", ""));
    HttpResponse<String> wrong = Callback.get(listening.url() + query + "0");

    assertThat(right.body()).isEqualTo("<b>5");
    assertThat(right.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).isEmpty();
    assertThat(Callback.get(listening.url() + "/other").statusCode()).isEqualTo(404);
    assertThat(listening.end().err()).contains("echostr is answered", "only /wx is served");
  }

  @Test
  void secrets_may_stand_in_the_profile() throws IOException {
    Files.createDirectories(wx.config().getParent());
    Files.writeString(
        wx.config(),
        Json.write(
            Json.read(
                """
                {"version":1,"profiles":{"shop":{"appId":"wx9","secret":"s",
                  "callback":{"token":"%s","encodingAesKey":"%s"}}}}
                """
                    .formatted(Callback.TOKEN, Callback.KEY))));
    Wxcard.Running running = wx.start("event", "listen", "--port", "0", "--count", "1");
    String url = running.waitForNote("Listening at (\\S+)");
    CallbackKeys shop = new CallbackKeys(Callback.TOKEN, Callback.KEY, "wx9");

    Callback.send(url, Callback.push(shop, MessageMode.SAFE, "4711"));

    assertThat(running.join().exits(0).out())
        .matches("user_del_card FromUserName=\\S+ CreateTime=\\d+ CardId=\\S+ UserCardCode=4711\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--port 70000", "--path wx", "--count -1"})
  void a_line_that_makes_no_sense_is_refused(String options) {
    String[] words = ("event listen --secrets-stdin " + options).split(" ");
    wx.typing(Callback.SECRETS).run(words).exits(2);
  }

  @Test
  void without_secrets_or_with_wrong_ones_nothing_is_served() {
    assertThat(wx.run("event", "listen").exits(2).err()).contains("--secrets-stdin");
    String[] listen = {"event", "listen", "--secrets-stdin"};
    assertThat(wx.typing("a\n").run(listen).exits(3).err()).contains("3 to 32");
    assertThat(wx.typing("abc\nshort\n").run(listen).exits(3).err()).contains("43");
  }

  @Test
  void the_examples_listen() {
    for (String example : HelpExamples.of(wx, "event listen")) {
      String[] words = (example + " --port 0 --count 1").replace("8080", "9").split(" ");
      Wxcard.Running running = wx.typing(Callback.SECRETS).start(words);
      String url = running.waitForNote("Listening at (\\S+)");
      Callback.send(url, Callback.push(MessageMode.SAFE, "4711"));
      assertThat(running.join().exits(0).out()).contains("4711");
    }
  }
}
