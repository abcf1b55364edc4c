package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.sign.MessageMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a listener does not let in, or not twice. */
@Timeout(60)
final class RefusedPushesTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void what_is_not_wechats_or_not_ours_is_refused_with_the_reason() {
    Listening listening = Callback.listen(wx, "--count", "1");
    CallbackKeys otherToken = new CallbackKeys("Othertoken", Callback.KEY, Callback.KEYS.appId());
    CallbackKeys otherKey =
        new CallbackKeys(Callback.TOKEN, Callback.KEY.replace('a', 'b'), Callback.KEYS.appId());
    CallbackKeys otherApp = new CallbackKeys(Callback.TOKEN, Callback.KEY, "wx0123456789abcdef");

    for (CallbackKeys keys : List.of(otherToken, otherKey, otherApp)) {
      SignedPush push = Callback.push(keys, MessageMode.SAFE, "1");
      assertThat(Callback.send(listening.url(), push).statusCode()).isEqualTo(403);
    }
    assertThat(Callback.get(listening.url()).statusCode()).isEqualTo(403);
    Run run = listening.end();
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
    String laughs =
        "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><xml><A>&b;</A></xml>";

    assertThat(status(listening, good, laughs)).isEqualTo(400);
    assertThat(status(listening, good, "<xml>\n<A></xml>")).isEqualTo(400);
    assertThat(status(listening, good, "x".repeat(XmlReader.LONGEST + 1))).isEqualTo(413);
    HttpRequest.Builder put =
        HttpRequest.newBuilder(good.at(URI.create(listening.url()))).PUT(BodyPublishers.noBody());
    assertThat(Callback.send(put).statusCode()).isEqualTo(405);
    assertThat(listening.end().err())
        .contains("DOCTYPE", "the push:2:6: no well-formed XML", "over 1 MiB");
  }

  @Test
  void a_repeat_is_accepted_but_printed_once_and_a_replay_is_refused() {
    Listening listening = Callback.listen(wx, "--count", "2");
    SignedPush first = Callback.push(MessageMode.PLAIN, "1");
    SignedPush forged = new SignedPush(first.query(), Callback.push(MessageMode.PLAIN, "9").body());

    assertThat(Callback.send(listening.url(), first).body()).isEqualTo("success");
    assertThat(Callback.send(listening.url(), first).body()).isEqualTo("success");
    assertThat(Callback.send(listening.url(), forged).statusCode()).isEqualTo(403);
    Run run = listening.end();

    assertThat(run.out().lines()).hasSize(2).noneMatch(line -> line.contains("\"9\""));
    assertThat(run.err()).contains("came before with another message");
  }

  @Test
  void verbosely_a_repeat_is_printed_as_one() {
    Listening listening = Callback.listen(wx, "--count", "2", "-v", "--jq", ".repeated");
    SignedPush first = Callback.push(MessageMode.SAFE, "1");

    Callback.send(listening.url(), first);
    Callback.send(listening.url(), first);

    assertThat(listening.end().out()).isEqualTo("false\ntrue\nfalse\n");
  }

  @Test
  void old_timestamps_are_refused_only_when_asked() {
    Listening listening = Callback.listen(wx, "--count", "1", "--max-age", "10m");
    String old = "?timestamp=1472551036&nonce=2&signature=";
    String xml = Callback.push(MessageMode.PLAIN, "1").body();

    HttpResponse<String> answer =
        Callback.send(
            HttpRequest.newBuilder(
                    URI.create(listening.url() + old + Callback.KEYS.sign("1472551036", "2", "")))
                .POST(BodyPublishers.ofString(xml)));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(listening.end().err()).contains("the timestamp 1472551036 is ");
  }

  private static int status(Listening listening, SignedPush signed, String body) {
    return Callback.send(listening.url(), new SignedPush(signed.query(), body)).statusCode();
  }
}
