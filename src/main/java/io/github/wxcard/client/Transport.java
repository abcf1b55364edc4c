package io.github.wxcard.client;

import io.github.wxcard.config.Target;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends one request and waits for the whole answer, within a limit and not a moment longer. */
final class Transport {
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final int LONGEST_TRACE = 16 << 10;

  private final Target target;
  private final Connections connections;
  private final ClientOptions options;
  private final Mask mask;

  Transport(Target target, Connections connections, ClientOptions options, Mask mask) {
    this.target = target;
    this.connections = connections;
    this.options = options;
    this.mask = mask;
  }

  Reply send(Call call, URI address, Duration limit) {
    // Before anything else of the JDK's client is loaded: opening settles how proxies are answered.
    HttpConnections open = connections.to(target, options);
    HttpRequest.Builder request = request(call, address);
    trace(lines -> showRequest(lines, call, address));
    long start = System.nanoTime();
    try {
      Reply reply = reply(open.send(request, limit, LONGEST_ANSWER));
      trace(lines -> showReply(lines, call, reply, System.nanoTime() - start));
      return reply;
    } catch (IOException e) {
      throw shown(NetworkTrouble.explain(call, target.apiBase(), limit, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(
          Trouble.Fate.UNCERTAIN_FOR_GOOD,
          Failure.of(Kind.INTERRUPTED, call.name() + " was interrupted", null));
    }
  }

  private HttpRequest.Builder request(Call call, URI address) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address).header("User-Agent", "wxcard/" + options.version());
    if (call.body() == null) {
      return request.method(call.method(), BodyPublishers.noBody());
    }
    return request
        .header("Content-Type", call.body().contentType())
        .method(call.method(), BodyPublishers.ofByteArray(call.body().bytes()));
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    // A proxy's own refusal comes without a body.
    byte[] body = response.body() == null ? new byte[0] : response.body();
    return new Reply(response.statusCode(), body, response.headers());
  }

  private void trace(Consumer<Consumer<String>> what) {
    options.trace().ifPresent(what);
  }

  private void showRequest(Consumer<String> lines, Call call, URI address) {
    lines.accept("> " + call.method() + " " + mask.address(address));
    if (call.body() != null) {
      lines.accept("> " + mask.recorded(call, address).body().orElseThrow());
    }
  }

  private void showReply(Consumer<String> lines, Call call, Reply reply, long nanos) {
    int shown = Math.min(reply.body().length, LONGEST_TRACE);
    String body = new String(reply.body(), 0, shown, StandardCharsets.UTF_8);
    lines.accept("< " + reply.status() + " in " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    lines.accept("< " + mask.body(call.path(), body));
  }

  private Trouble shown(Trouble trouble) {
    trace(lines -> lines.accept("< nothing: " + trouble.getMessage()));
    return trouble;
  }
}
