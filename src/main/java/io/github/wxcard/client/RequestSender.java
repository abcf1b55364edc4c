package io.github.wxcard.client;

import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends one request and waits for the whole answer, within a limit and not a moment longer. */
final class RequestSender {
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final int LONGEST_TRACE = 16 << 10;

  private final ResolvedAccount target;
  private final TransportPool transports;
  private final ClientOptions options;
  private final SecretMask mask;
  private final SandboxToken sandboxToken;

  /** Null where nobody wants to see anything. */
  private final Consumer<String> trace;

  private volatile Way last;

  RequestSender(
      ResolvedAccount target,
      TransportPool transports,
      ClientOptions options,
      SecretMask mask,
      SandboxToken sandboxToken) {
    this.target = target;
    this.transports = transports;
    this.options = options;
    this.mask = mask;
    this.sandboxToken = sandboxToken;
    this.trace = options.trace().orElse(null);
  }

  ReceivedResponse send(ApiCall call, URI address, Duration limit) {
    showRequest(call, address);
    long start = System.nanoTime();
    try {
      ReceivedResponse response =
          transport(address).send(outgoing(call, address), limit, LONGEST_ANSWER);
      showReply(call, response, System.nanoTime() - start);
      return response;
    } catch (IOException e) {
      throw shown(NetworkErrors.explain(call, target.apiBase(), limit, e, mask));
    } catch (InterruptedBeforeSendException e) {
      Thread.currentThread().interrupt();
      throw new CallFailedException(
          CallFailedException.RetryDecision.UNSENT_FOR_GOOD,
          interrupted("connecting for " + call.name()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailedException(
          CallFailedException.RetryDecision.UNCERTAIN_FOR_GOOD,
          interrupted("waiting for the answer to " + call.name()));
    }
  }

  private static Failure interrupted(String during) {
    return Failure.of(FailureKind.INTERRUPTED, "interrupted while " + during, null);
  }

  private OutgoingRequest outgoing(ApiCall call, URI address) {
    Map<String, String> headers = new LinkedHashMap<>(sandboxToken.headers(call));
    headers.put("User-Agent", "wxcard/" + options.version());
    if (call.body() == null) {
      return new OutgoingRequest(call.method(), address, headers, null);
    }
    headers.put("Content-Type", call.body().contentType());
    return new OutgoingRequest(call.method(), address, headers, call.body().bytes());
  }

  /** The way to the host of an address; QR pictures have a host of their own. */
  private HttpTransport transport(URI address) {
    Way known = last;
    // A batch calls the same address a million times.
    if (known == null || !known.address.equals(address)) {
      URI host = URI.create(address.getScheme() + "://" + address.getRawAuthority());
      known = new Way(address, transports.to(host, options));
      last = known;
    }
    return known.transport;
  }

  private record Way(URI address, HttpTransport transport) {}

  private void showRequest(ApiCall call, URI address) {
    if (trace == null) {
      return;
    }
    trace.accept("> " + call.method() + " " + mask.text(address.toString()));
    if (call.body() != null) {
      trace.accept("> " + call.recorded(mask, address).body().orElseThrow());
    }
  }

  private void showReply(ApiCall call, ReceivedResponse response, long nanos) {
    if (trace == null) {
      return;
    }
    // Masked as a whole: cut in two, a secret would not be known for one.
    String body = call.masked(mask, new String(response.body(), StandardCharsets.UTF_8));
    trace.accept("< " + response.status() + " in " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms");
    body.substring(0, Math.min(body.length(), LONGEST_TRACE))
        .lines()
        .forEach(line -> trace.accept("< " + line));
  }

  private CallFailedException shown(CallFailedException failed) {
    if (trace != null) {
      trace.accept("< nothing: " + failed.getMessage());
    }
    return failed;
  }
}
