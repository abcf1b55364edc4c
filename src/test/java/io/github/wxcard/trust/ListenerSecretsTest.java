package io.github.wxcard.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SampleEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listener is told secrets from before and from behind, and shows none of them. */
@Timeout(120)
final class ListenerSecretsTest {
  private static final Pattern LISTENING = Pattern.compile("Listening at (\\S+) ");

  /** The keys of the config file, and others that come on standard input. */
  private static final CallbackKeys WRITTEN =
      new CallbackKeys(Markers.CALLBACK_TOKEN, Markers.AES_KEY, Markers.APP_ID);

  private static final CallbackKeys TYPED =
      new CallbackKeys("typedToken", Markers.AES_KEY.replace("marker", "typing"), Markers.APP_ID);
  private static final String INPUT = TYPED.token() + "\n" + TYPED.encodingAesKey() + "\n";

  /** A merchant's server that has gone wrong and tells the world about itself. */
  private static final String CONFESSION =
      String.join(
          " ",
          TYPED.token(),
          Markers.SECRET,
          Markers.CALLBACK_TOKEN,
          Markers.AES_KEY,
          TYPED.encodingAesKey(),
          "{{{request.url}}} {{{request.body}}}");

  private final Host behind = new Host();
  private final Random random = new Random(7);

  @TempDir Path folder;
  private Home home;

  @BeforeEach
  void confess() throws IOException {
    behind.answerAlways(Host.json(CONFESSION).withTransformers("response-template"));
    home = new Home(folder, behind.base());
  }

  @AfterEach
  void close() {
    behind.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--color never", "--json --verbose --secrets-stdin"})
  void a_listener_shows_no_secret(String options) throws Exception {
    String line =
        "event listen --port 0 --allow-plain --forward-to " + behind.base() + "/in " + options;
    CallbackKeys keys = options.contains("stdin") ? TYPED : WRITTEN;
    Search search = new Search();
    int requests;
    try (Waiting listener = Waiting.start(folder, List.of(line.split(" ")), INPUT, LISTENING)) {
      push(listener, keys);
      Strangers.call(listener, "/");
      requests = listener.requests();
      assertThat(listener.stop()).isZero();
      assertThat(listener.out().lines()).hasSizeGreaterThanOrEqualTo(MessageMode.values().length);
      assertThat(listener.out() + listener.err())
          .contains("Refused (403)", "Refused (400)", "Refused (404)", "***")
          .containsAnyOf("Sent again", "\"repeated\":true")
          .doesNotContain(keys.token(), keys.encodingAesKey());
    }
    search.files(home);
    Summary.write("secrets-listener", search.summary("a listener", requests));
  }

  @Test
  void who_sends_events_shows_no_secret_that_comes_back() throws IOException {
    String to = behind.base() + "/?access_token=" + Markers.TOKEN;
    String line = "event trigger user_get_card --attempts 2 --between 1ms --mode safe --to " + to;
    for (List<String> form : List.of(List.of("--verbose"), List.of("--json"))) {
      Run run = home.run("", home.words(line, form)).exits(5);
      assertThat(run.out() + run.err()).contains("***").doesNotContain(Markers.all());
    }
  }

  /** Good ones in every mode, each under two signatures, and bad ones. */
  private void push(Waiting listener, CallbackKeys right) throws IOException {
    CallbackKeys wrong = right.equals(TYPED) ? WRITTEN : TYPED;
    for (MessageMode mode : MessageMode.values()) {
      for (CallbackKeys keys : List.of(right, right, wrong)) {
        SignedPush push = push(keys, mode);
        String address = push.at(URI.create("/?access_token=" + Markers.TOKEN)).toString();
        for (String body : List.of(push.body(), push.body(), push.body() + Markers.SECRET)) {
          listener.post(address, body);
        }
      }
    }
    SignedPush push = push(right, MessageMode.PLAIN);
    String echo = push.at(URI.create("/?echostr=1&token=" + right.token())).toString();
    assertThat(listener.get(echo)).endsWith("\r\n\r\n1");
  }

  private SignedPush push(CallbackKeys keys, MessageMode mode) {
    Instant now = Instant.now();
    Map<String, String> values = Map.of("FromUserName", "o" + mode, "CreateTime", "1795000000");
    return SignedPush.of(
        SampleEvent.of(EventKind.USER_DEL_CARD, values, now), keys, mode, now, random);
  }
}
