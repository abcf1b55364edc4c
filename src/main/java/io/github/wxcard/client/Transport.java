package io.github.wxcard.client;

import io.github.wxcard.config.Target;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
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
    Link link = connections.to(target, options);
    trace(lines -> showRequest(lines, call, address));
    long start = System.nanoTime();
    try {
      Reply reply = link.send(outgoing(call, address), limit, LONGEST_ANSWER);
      trace(lines -> showReply(lines, call, reply, System.nanoTime() - start));
      return reply;
    } catch (IOException e) {
      throw shown(NetworkTrouble.explain(call, target.apiBase(), limit, e, mask));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Trouble(
          Trouble.Fate.UNCERTAIN_FOR_GOOD,
          Failure.of(Kind.INTERRUPTED, call.name() + " was interrupted", null));
    }
  }

  private Outgoing outgoing(Call call, URI address) {
    String agent = "wxcard/" + options.version();
    return call.body() == null
        ? new Outgoing(call.method(), address, Map.of("User-Agent", agent), null)
        : new Outgoing(
            call.method(),
            address,
            Map.of("User-Agent", agent, "Content-Type", call.body().contentType()),
            call.body().bytes());
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
