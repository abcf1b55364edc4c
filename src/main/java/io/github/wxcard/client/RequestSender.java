package io.github.wxcard.client;

import io.github.wxcard.config.Environment;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.QueryString;
import io.github.wxcard.text.SecretMask;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Sends one request and waits for the whole answer, within a limit and not a moment longer. */
final class RequestSender {
  private static final int LONGEST_ANSWER = 16 << 20;
  private static final int LONGEST_TRACE = 16 << 10;

  /** What the controls of a sandbox on another machine want to hear. It goes to nobody else. */
  private static final String SANDBOX_TOKEN = "WXCARD_SANDBOX_TOKEN";

  private static final String SANDBOX_TOKEN_HEADER = "X-Wxcard-Token";
  private static final String SANDBOX_CONTROLS = "/sandbox/";

  private final ResolvedAccount target;
  private final TransportPool transports;
  private final ClientOptions options;
  private final SecretMask mask;
  private final Optional<String> sandboxToken;

  /** Null where nobody wants to see anything. */
  private final Consumer<String> trace;

  private volatile Route last;

  RequestSender(
      ResolvedAccount target,
      TransportPool transports,
      Environment environment,
      ClientOptions options,
      SecretMask mask) {
    this.target = target;
    this.transports = transports;
    this.options = options;
    this.mask = mask;
    this.sandboxToken =
        target.isSandbox()
            ? environment.variable(SANDBOX_TOKEN).map(String::strip)
            : Optional.empty();
    this.trace = options.trace().orElse(null);
  }

  /**
   * @param token null for calls without one
   */
  ReceivedResponse send(ApiCall call, String token, Duration limit) {
    Route route = route(call, token);
    showRequest(call, route.address);
    long start = System.nanoTime();
    try {
      ReceivedResponse response =
          route.transport().send(outgoing(call, route.address), limit, LONGEST_ANSWER);
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
    byte[] body = call.body() == null ? null : call.body().bytes();
    return new OutgoingRequest(call.method(), address, headers(call), body);
  }

  Map<String, String> headers(ApiCall call) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (sandboxToken.isPresent() && call.path().startsWith(SANDBOX_CONTROLS)) {
      headers.put(SANDBOX_TOKEN_HEADER, checkedSandboxToken());
    }
    headers.put("User-Agent", "wxcard/" + options.version());
    if (call.body() != null) {
      headers.put("Content-Type", call.body().contentType());
    }
    return headers;
  }

  private String checkedSandboxToken() {
    String token = sandboxToken.orElseThrow();
    if (!token.chars().allMatch(each -> each > ' ' && each < 0x7f)) {
      throw Failure.of(
          FailureKind.CONFIG,
          SANDBOX_TOKEN + " holds a blank, a line break or something else than ASCII",
          "Set it to what `wxcard sandbox serve` has, or printed when it started.");
    }
    return token;
  }

  /** A batch calls the same address a million times, and reading one takes long. */
  private Route route(ApiCall call, String token) {
    if (!call.query().isEmpty()) {
      return new Route(call.path(), token, address(call, token));
    }
    Route known = last;
    if (known == null || !known.path.equals(call.path()) || !Objects.equals(known.token, token)) {
      known = new Route(call.path(), token, address(call, token));
      last = known;
    }
    return known;
  }

  /**
   * From base, path, query and token.
   *
   * @param token null for calls without one
   */
  URI address(ApiCall call, String token) {
    URI base = call.path().equals(RawCalls.PICTURE_PATH) ? target.mpBase() : target.apiBase();
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    if (token != null) {
      query.add("access_token=" + QueryString.encoded(token));
    }
    if (!call.query().isEmpty()) {
      query.add(QueryString.of(call.query()));
    }
    return URI.create(base + call.path() + query);
  }

  private final class Route {
    final String path;
    final String token;
    final URI address;
    private volatile HttpTransport transport;

    Route(String path, String token, URI address) {
      this.path = path;
      this.token = token;
      this.address = address;
    }

    HttpTransport transport() {
      if (transport == null) {
        URI host = URI.create(address.getScheme() + "://" + address.getRawAuthority());
        transport = transports.to(host, options);
      }
      return transport;
    }
  }

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
