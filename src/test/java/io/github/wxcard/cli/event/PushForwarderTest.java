package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.sign.MessageMode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a listener hands on to the server behind it. */
@Timeout(60)
final class PushForwarderTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void a_push_is_handed_on_as_it_came_and_the_answer_handed_back() {
    try (Behind behind = new Behind(CallbackHandler.response(201, "taken 中"))) {
      Listening listening = Callback.listen(wx, "--count", "1", "--forward-to", behind.url());
      SignedPush push = Callback.push(MessageMode.SAFE, "4711");

      HttpResponse<String> answer = Callback.send(listening.url(), push);

      assertThat(answer.statusCode()).isEqualTo(201);
      assertThat(answer.body()).isEqualTo("taken 中");
      String query = push.at(URI.create("http://a.cn/")).getRawQuery();
      assertThat(behind.requests())
          .containsExactly(
              new Behind.Request("shop=7&" + query, SignedPush.CONTENT_TYPE, push.body()));
      Run run = listening.running().join().exits(0);
      assertThat(run.json().at("/forward/status").asInt()).isEqualTo(201);
      assertThat(run.json().at("/forward/answer").asText()).isEqualTo("taken 中");
      assertThat(run.json().at("/forward/ms").isNumber()).isTrue();
    }
  }

  @Test
  void what_failed_behind_us_is_handed_on_again_and_told() {
    try (Behind behind =
        new Behind(
            CallbackHandler.response(500, "broken"), CallbackHandler.response(200, "taken"))) {
      Listening listening = Callback.listen(wx, "--count", "2", "--forward-to", behind.url());
      SignedPush push = Callback.push(MessageMode.PLAIN, "1");

      assertThat(Callback.send(listening.url(), push).statusCode()).isEqualTo(500);
      assertThat(Callback.send(listening.url(), push).body()).isEqualTo("taken");
      assertThat(Callback.send(listening.url(), push).body()).isEqualTo("taken");
      Callback.send(listening.url(), Callback.push(MessageMode.PLAIN, "2"));

      Run run = listening.running().join().exits(0);
      assertThat(run.out().lines()).hasSize(2);
      assertThat(run.err()).contains("Sent again: user_del_card -> 200 taken in ");
      assertThat(behind.requests()).hasSize(3);
    }
  }

  @Test
  void a_repeat_gets_the_first_ones_answer_and_is_not_handed_on_again() {
    try (Behind behind =
        new Behind(CallbackHandler.response(201, "once"), CallbackHandler.response(201, "twice"))) {
      Listening listening = Callback.listen(wx, "--count", "2", "--forward-to", behind.url());
      SignedPush push = Callback.push(MessageMode.SAFE, "1");

      for (int i = 0; i < 3; i++) {
        HttpResponse<String> answer = Callback.send(listening.url(), push);
        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("once");
      }
      assertThat(listening.end().out().lines()).hasSize(2);
      assertThat(behind.requests()).hasSize(2);
    }
  }

  @Test
  void redirects_are_handed_back_not_followed() {
    try (Behind behind = new Behind(CallbackHandler.response(302, ""))) {
      Listening listening = Callback.listen(wx, "--count", "1", "--forward-to", behind.url());

      assertThat(Callback.send(listening.url(), Callback.push(MessageMode.PLAIN, "1")).statusCode())
          .isEqualTo(302);
      listening.running().join().exits(0);
      assertThat(behind.requests()).hasSize(1);
    }
  }

  @Test
  void nobody_behind_us_means_that_wechat_shall_send_it_again() {
    String nobody = "http://127.0.0.1:9/";
    Listening listening = Callback.listen(wx, "--count", "1", "--forward-to", nobody);

    assertThat(Callback.send(listening.url(), Callback.push(MessageMode.PLAIN, "1")).statusCode())
        .isEqualTo(502);
    assertThat(listening.running().join().exits(0).json().at("/forward/error").asText())
        .isEqualTo("connection refused");
  }

  @Test
  void refused_pushes_are_not_handed_on_and_addresses_are_looked_at_first() {
    try (Behind behind = new Behind()) {
      Listening listening = Callback.listen(wx, "--count", "1", "--forward-to", behind.url());
      SignedPush push = Callback.push(MessageMode.PLAIN, "1");
      SignedPush broken = new SignedPush(push.query(), "<xml>");

      assertThat(Callback.send(listening.url(), broken).statusCode()).isEqualTo(400);
      Callback.send(listening.url(), push);
      listening.running().join().exits(0);

      assertThat(behind.requests()).hasSize(1);
    }
    Run wrong = wx.run("event", "listen", "--forward-to", "127.0.0.1:80", "--secrets-stdin");
    assertThat(wrong.exits(3).err()).contains("is no address of a server");
  }
}
