package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.WeChat.ProbeResult;
import io.github.wxcard.client.WeChat.RecordedRequest;
import io.github.wxcard.config.CachedToken;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.FileTokenStore;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.TokenStore;
import io.github.wxcard.config.TokenStore.Obtained;
import io.github.wxcard.error.Failure;
import io.github.wxcard.text.SecretMask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What every call goes through: the token, the time limits, and what is repeated when. */
final class ApiClient {
  private static final int MOST_TRIES = 3;
  private static final String PLACEHOLDER = "ACCESS_TOKEN";

  private final TokenStore store;
  private final Environment environment;
  private final ClientOptions options;
  private final TimeBudget budget;
  private final SecretMask mask;
  private final RequestSender sender;
  private final ResponseReader reader;
  private final Tokens tokens;
  private final List<RecordedRequest> recorded = Collections.synchronizedList(new ArrayList<>());

  ApiClient(
      ResolvedAccount target,
      TokenStore store,
      Environment environment,
      ClientOptions options,
      TransportPool transports) {
    this.store = store;
    this.environment = environment;
    this.options = options;
    this.budget = new TimeBudget(environment.clock(), options);
    this.mask = new SecretMask(environment.secrets());
    mask.learn(target.secret());
    if (target.tokenStore().isPresent()) {
      mask.learn(target.tokenStore().get().password());
    }
    this.sender = new RequestSender(target, transports, environment, options, mask);
    this.reader = new ResponseReader(target.apiBase(), mask);
    this.tokens = new Tokens(this, target);
  }

  /** The answer, or the {@link Failure} that is left when everything allowed has been tried. */
  JsonNode call(ApiCall call) {
    return answer(call, false).tree().orElseThrow();
  }

  /** As {@link #call}, whatever shape the answer has. */
  RawApiResponse raw(ApiCall call) {
    return answer(call, true);
  }

  /**
   * @param written whether somebody wrote the call, which then may be one that wxcard does not know
   */
  private RawApiResponse answer(ApiCall call, boolean written) {
    if (options.dryRun()) {
      record(call);
      return RawApiResponse.pretended();
    }
    try {
      return persist(call, written ? ResponseSchema.ofWritten(call) : ResponseSchema.of(call));
    } catch (CallFailedException failed) {
      throw failed.uncertain() ? uncertain(call, failed.failure()) : failed.failure();
    }
  }

  private void record(ApiCall call) {
    String shownToken = call.authorized() ? PLACEHOLDER : null;
    recorded.add(call.recorded(mask, sender.address(call, shownToken)));
  }

  private static Failure uncertain(ApiCall call, Failure failure) {
    if (call.idempotency() == Idempotency.NOT_IDEMPOTENT) {
      failure.meaning("Whether it was done is not known, so it was not repeated.");
    } else if (call.authorized() && failure.meaning().isEmpty() && !call.reads()) {
      failure.meaning("Whether it was done is not known; doing it again does no harm.");
    }
    return call.uncertain().apply(failure);
  }

  private RawApiResponse persist(ApiCall call, ResponseSchema schema) {
    boolean renewed = false;
    int tries = 1;
    while (true) {
      String token = call.authorized() ? tokens.value() : null;
      try {
        options.cancellation().beforeSending(call);
        return reader.read(call, schema, sender.send(call, token, budget.forCall(call)));
      } catch (CallFailedException failed) {
        if (failed.tokenRefused() && token != null && !renewed) {
          renewed = true;
          tokens.renew(token);
        } else if (tries < MOST_TRIES
            && failed.worthRepeating(call.idempotency())
            && budget.rest(tries, environment.random())) {
          tries++;
        } else {
          throw failed;
        }
      }
    }
  }

  /** A stored token or ticket, or a fetched one; dry runs neither read nor write the store. */
  Obtained stored(String name, Predicate<CachedToken> acceptable, Supplier<CachedToken> fetch) {
    if (options.dryRun()) {
      return new Obtained(fetch.get(), false);
    }
    Obtained obtained = store.obtain(name, acceptable, budget.longest(), fetch);
    mask.learn(obtained.value().value());
    return obtained;
  }

  CachedToken fetched(String value, String kind, long expiresIn) {
    mask.learn(value);
    return FileTokenStore.fetched(value, kind, now(), expiresIn);
  }

  Instant now() {
    return environment.clock().instant();
  }

  Tokens tokens() {
    return tokens;
  }

  /** Whether every answer is empty, as nothing is sent. */
  boolean dryRun() {
    return options.dryRun();
  }

  List<RecordedRequest> recorded() {
    return List.copyOf(recorded);
  }

  ProbeResult probe() {
    ApiCall call = ApiCall.get("/", Map.of()).anonymous();
    if (options.dryRun()) {
      record(call);
      return new ProbeResult(Duration.ZERO, Optional.empty());
    }
    long start = System.nanoTime();
    try {
      ReceivedResponse response = sender.send(call, null, budget.longest());
      return new ProbeResult(Duration.ofNanos(System.nanoTime() - start), response.date());
    } catch (CallFailedException failed) {
      throw failed.failure();
    }
  }
}
