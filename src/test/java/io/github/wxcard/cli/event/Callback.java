package io.github.wxcard.cli.event;

import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.event.SampleEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.sign.MessageMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** A callback address under test: its secrets, a listener, and what is sent to it. */
final class Callback {
  static final String TOKEN = "Tokensecret7";
  static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final String SECRETS = TOKEN + "\n" + KEY + "\n";

  /** Those of the sandbox's account, which is the one in use where nothing is configured. */
  static final CallbackKeys KEYS = new CallbackKeys(TOKEN, KEY, "wx5a4db0c0000c0de1");

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Random RANDOM = new Random(7);

  private Callback() {}

  /** A listener on a free port. */
  record Listening(Wxcard.Running running, String url) {
    /** One more message, which is the last that the listener waits for. */
    Run end() {
      send(url, push(MessageMode.PLAIN, "the last"));
      return running.join().exits(0);
    }
  }

  static Listening listen(Wxcard wx, String... options) {
    String[] words =
        Stream.concat(
                Stream.of(
                    "event", "listen", "--port", "0", "--secrets-stdin", "--allow-plain", "--json"),
                Stream.of(options))
            .toArray(String[]::new);
    Wxcard.Running running = wx.typing(SECRETS).start(words);
    return new Listening(running, running.waitForNote("Listening at (\\S+)"));
  }

  /** A push of a removed card. */
  static SignedPush push(MessageMode mode, String code) {
    return push(KEYS, mode, code);
  }

  static SignedPush push(CallbackKeys keys, MessageMode mode, String code) {
    Instant now = Instant.now();
    return SignedPush.of(
        SampleEvent.of(EventKind.USER_DEL_CARD, Map.of("UserCardCode", code), now),
        keys,
        mode,
        now,
        RANDOM);
  }

  static HttpResponse<String> send(String url, SignedPush push) {
    return send(
        HttpRequest.newBuilder(push.at(URI.create(url)))
            .header("Content-Type", SignedPush.CONTENT_TYPE)
            .POST(BodyPublishers.ofString(push.body())));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static HttpResponse<String> get(String url) {
    return send(HttpRequest.newBuilder(URI.create(url)));
  }
}
