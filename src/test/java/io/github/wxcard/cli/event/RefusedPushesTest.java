package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.cli.event.Callback.Listening;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.ReplayGuard;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.event.XmlReader;
import io.github.wxcard.sandbox.MovableClock;
import io.github.wxcard.sign.MessageMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
            "Refused (403): the message cannot be decrypted: it was made with another"
                + " EncodingAESKey",
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
        .contains(
            "DOCTYPE",
            "the push:2:6: no well-formed XML: </xml> stands where </A> should",
            "The body is larger than 1 MiB");
  }

  @Test
  void with_a_key_a_plain_push_is_refused_and_the_option_named() {
    Wxcard.Running running =
        wx.typing(Callback.SECRETS)
            .start("event", "listen", "--port", "0", "--secrets-stdin", "--count", "2");
    Listening listening = new Listening(running, running.waitForNote("Listening at (\\S+)"));

    SignedPush plain = Callback.push(MessageMode.PLAIN, "1");
    assertThat(Callback.send(listening.url(), plain).statusCode()).isEqualTo(403);
    for (MessageMode mode : List.of(MessageMode.COMPATIBLE, MessageMode.SAFE)) {
      SignedPush push = Callback.push(mode, mode.wireName());
      assertThat(Callback.send(listening.url(), push).body()).isEqualTo("success");
    }

    Run run = running.join().exits(0);
    assertThat(run.err()).contains("Refused (403): the push is not encrypted", "--allow-plain");
    assertThat(run.out().lines()).hasSize(2);
  }

  @Test
  void the_check_of_the_address_lends_its_signature_to_no_push() {
    Listening listening = Callback.listen(wx, "--count", "1");
    SignedPush push = Callback.push(MessageMode.PLAIN, "9999");
    String query = push.at(URI.create(listening.url())).getRawQuery();

    assertThat(Callback.get(listening.url() + "?" + query + "&echostr=5").body()).isEqualTo("5");
    assertThat(Callback.get(listening.url() + "?" + query + "&echostr=5").body()).isEqualTo("5");
    assertThat(Callback.get(listening.url() + "?" + query + "&echostr=6").statusCode())
        .isEqualTo(403);
    assertThat(Callback.send(listening.url(), push).statusCode()).isEqualTo(403);

    Run run = listening.end();
    assertThat(run.err()).contains("the signature came before with a GET, not a plain message");
    assertThat(run.out()).doesNotContain("9999");
  }

  @ParameterizedTest
  @CsvSource({
    "000, is in milliseconds",
    "0, is not ten digits long",
    "x, is no number of seconds",
  })
  void a_timestamp_that_is_none_is_named_as_what_it_is(String more, String why) {
    Listening listening = Callback.listen(wx, "--count", "1", "--max-age", "0");
    String timestamp = Instant.now().getEpochSecond() + more;
    String query = "?timestamp=" + timestamp + "&nonce=2&echostr=5&signature=";
    URI address = URI.create(listening.url() + query + Callback.KEYS.sign(timestamp, "2", ""));
    BodyPublisher xml = BodyPublishers.ofString(Callback.push(MessageMode.PLAIN, "1").body());

    assertThat(Callback.send(HttpRequest.newBuilder(address).POST(xml)).statusCode())
        .isEqualTo(403);
    assertThat(Callback.get(address.toString()).statusCode()).isEqualTo(403);
    assertThat(listening.end().err()).contains(why, "ten digits").doesNotContain("s old");
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
  void a_repeat_that_comes_too_late_for_WeChat_is_a_replay() {
    MovableClock clock = new MovableClock(Instant.now().toString());
    Listening listening = Callback.listen(wx.at(clock), "--count", "2");
    SignedPush push = Callback.push(MessageMode.PLAIN, "1");

    assertThat(Callback.send(listening.url(), push).body()).isEqualTo("success");
    clock.advance(ReplayGuard.REPEATING);
    assertThat(Callback.send(listening.url(), push).body()).isEqualTo("success");
    clock.advance(Duration.ofSeconds(1));
    HttpResponse<String> replayed = Callback.send(listening.url(), push);
    assertThat(replayed.statusCode()).isEqualTo(403);
    assertThat(replayed.body()).isEmpty();
    Run run = listening.end();
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.err())
        .contains("Refused (403): a replay: the same signed push came 31 seconds ago");
  }

  @ParameterizedTest
  @CsvSource({
    "--path=/, 300, 200",
    "--path=/, 301, 403",
    "--max-age=10m, 301, 200",
    "--max-age=10m, 601, 403",
    "--max-age=0, 999999, 200",
    "--path=/, -60, 200",
    "--path=/, -61, 403",
    "--max-age=0, -61, 403",
    "--max-age=0, -999999, 403"
  })
  void a_push_may_be_five_minutes_old_or_as_asked(String option, long seconds, int status) {
    MovableClock clock = new MovableClock(Instant.now().toString());
    String signedAt = String.valueOf(clock.instant().getEpochSecond() - seconds);
    Listening listening =
        Callback.listen(wx.at(clock), "--count", status == 200 ? "2" : "1", option);
    String query = "?timestamp=" + signedAt + "&nonce=2&signature=";
    URI address = URI.create(listening.url() + query + Callback.KEYS.sign(signedAt, "2", ""));
    BodyPublisher xml = BodyPublishers.ofString(Callback.push(MessageMode.PLAIN, "1").body());

    assertThat(Callback.send(HttpRequest.newBuilder(address).POST(xml)).statusCode())
        .isEqualTo(status);
    Run run = listening.end();
    String old = " s old. Compare the clocks, or allow more with --max-age.";
    String why = " is " + Math.abs(seconds) + (seconds > 0 ? old : " s in the future. Compare");
    assertThat(run.err().contains("the timestamp " + signedAt + why)).isEqualTo(status == 403);
  }

  private static int status(Listening listening, SignedPush signed, String body) {
    return Callback.send(listening.url(), new SignedPush(signed.query(), body)).statusCode();
  }
}
