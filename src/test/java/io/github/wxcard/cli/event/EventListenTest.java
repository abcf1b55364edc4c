package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    assertThat(line.fieldNames()).toIterable().containsExactly("event", "mode", "repeated", "message");
    assertThat(line.path("event").asText()).isEqualTo("user_del_card");
    assertThat(line.path("mode").asText()).isEqualTo(mode.wireName());
    assertThat(line.at("/message/UserCardCode").asText()).isEqualTo("4711");
    assertThat(line.at("/message/CreateTime").isNumber()).isTrue();
    assertThat(run.toString()).doesNotContain(Callback.TOKEN, Callback.KEY);
  }

  @Test
  void the_check_of_the_address_gets_its_echo() {
    Listening listening = Callback.listen(wx, "--count", "1", "--path", "/wx");
    String query = "?timestamp=1&nonce=2&echostr=%3Cb%3E5&signature=";

    HttpResponse<String> right = get(listening.url() + query + Callback.KEYS.sign("1", "2", ""));
    HttpResponse<String> wrong = get(listening.url() + query + "0");

    assertThat(right.body()).isEqualTo("<b>5");
    assertThat(right.headers().firstValue("Content-Type")).hasValue("text/plain; charset=utf-8");
    assertThat(wrong.statusCode()).isEqualTo(403);
    assertThat(wrong.body()).isEmpty();
    assertThat(get(listening.url() + "/other").statusCode()).isEqualTo(404);
    assertThat(end(listening).err()).contains("echostr is answered", "only /wx is served");
  }

  @Test
  void what_is_not_wechats_or_not_ours_is_refused_with_the_reason() {
    Listening listening = Callback.listen(wx, "--count", "1");
    CallbackKeys otherToken = new CallbackKeys("Othertoken", Callback.KEY, Callback.KEYS.appId());
    CallbackKeys otherKey =
        new CallbackKeys(
            Callback.TOKEN, Callback.KEY.replace('a', 'b'), Callback.KEYS.appId());
    CallbackKeys otherApp = new CallbackKeys(Callback.TOKEN, Callback.KEY, "wx0123456789abcdef");

    for (CallbackKeys keys : List.of(otherToken, otherKey, otherApp)) {
      SignedPush push = Callback.push(keys, MessageMode.SAFE, "1");
      assertThat(Callback.send(listening.url(), push).statusCode()).isEqualTo(403);
    }
    assertThat(get(listening.url()).statusCode()).isEqualTo(403);
    Run run = end(listening);
    assertThat(run.err())
        .contains(
            "Refused (403): the signature does not fit the Token",
            "Refused (403): the message cannot be decrypted: it was made with another EncodingAESKey",
            "it is for wx0123456789abcdef, not for wx5a4db0c0000c0de1");
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.toString()).doesNotContain(Callback.TOKEN, Callback.KEY);
  }

  @Test
  void a_message_that_could_do_harm_is_refused() {
    Listening listening = Callback.listen(wx, "--count", "1");
    SignedPush good = Callback.push(MessageMode.PLAIN, "1");
    String laughs = "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><xml><A>&b;</A></xml>";

    assertThat(status(listening, good, laughs)).isEqualTo(400);
    assertThat(status(listening, good, "<xml>\n<A></xml>")).isEqualTo(400);
    assertThat(status(listening, good, "x".repeat(XmlReader.LONGEST + 1))).isEqualTo(413);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(good.at(URI.create(listening.url()))).PUT(BodyPublishers.noBody());
    assertThat(Callback.send(put).statusCode()).isEqualTo(405);
    assertThat(end(listening).err())
        .contains("DOCTYPE", "the push:2:6: no well-formed XML", "over 1 MiB");
  }

  @Test
  void a_repeat_is_accepted_but_printed_once_and_a_replay_is_refused() {
    Listening listening = Callback.listen(wx, "--count", "2");
    SignedPush first = Callback.push(MessageMode.PLAIN, "1");
    SignedPush forged =
        new SignedPush(first.query(), Callback.push(MessageMode.PLAIN, "9").body());

    assertThat(Callback.send(listening.url(), first).body()).isEqualTo("success");
    assertThat(Callback.send(listening.url(), first).body()).isEqualTo("success");
    assertThat(Callback.send(listening.url(), forged).statusCode()).isEqualTo(403);
    Run run = end(listening);

    assertThat(run.out().lines()).hasSize(2).noneMatch(line -> line.contains("\"9\""));
    assertThat(run.err()).contains("came before with another message");
  }

  @Test
  void verbosely_a_repeat_is_printed_as_one() {
    Listening listening = Callback.listen(wx, "--count", "2", "-v", "--jq", ".repeated");
    SignedPush first = Callback.push(MessageMode.SAFE, "1");

    Callback.send(listening.url(), first);
    Callback.send(listening.url(), first);

    assertThat(end(listening).out()).isEqualTo("false\ntrue\nfalse\n");
  }

  @Test
  void old_timestamps_are_refused_only_when_asked() {
    Listening listening = Callback.listen(wx, "--count", "1", "--max-age", "10m");
    String old = "?timestamp=1472551036&nonce=2&signature=";
    String xml = Callback.push(MessageMode.PLAIN, "1").body();

    HttpResponse<String> answer =
        Callback.send(
            HttpRequest.newBuilder(
                    URI.create(
                        listening.url() + old + Callback.KEYS.sign("1472551036", "2", "")))
                .POST(BodyPublishers.ofString(xml)));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(end(listening).err()).contains("the timestamp 1472551036 is ");
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
      Callback.send(url, Callback.push(MessageMode.PLAIN, "4711"));
      assertThat(running.join().exits(0).out()).contains("4711");
    }
  }

  private static int status(Listening listening, SignedPush signed, String body) {
    return Callback.send(listening.url(), new SignedPush(signed.query(), body)).statusCode();
  }

  private static HttpResponse<String> get(String url) {
    return Callback.send(HttpRequest.newBuilder(URI.create(url)));
  }

  /** One more message, which is the last that the listener waits for. */
  private static Run end(Listening listening) {
    Callback.send(listening.url(), Callback.push(MessageMode.PLAIN, "the last"));
    return listening.running().join().exits(0);
  }
}
