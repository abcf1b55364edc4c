package io.github.wxcard.client;

import io.github.wxcard.config.CachedValue;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.EnvironmentSecrets;
import io.github.wxcard.config.Target;
import io.github.wxcard.config.TokenCache;
import io.github.wxcard.config.TokenStore;
import io.github.wxcard.config.TokenStore.Obtained;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.SecretMask;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What every call goes through: the token, the time limits, and what is repeated when. */
final class Api {
  private static final int MOST_TRIES = 3;
  private static final String PLACEHOLDER = "ACCESS_TOKEN";

  private final Target target;
  private final TokenStore store;
  private final Environment environment;
  private final ClientOptions options;
  private final TimeLimits limits;
  private final Addresses addresses;
  private final SecretMask mask;
  private final RequestSender requestSender;
  private final Tokens tokens;
  private final List<RecordedRequest> recorded = Collections.synchronizedList(new ArrayList<>());

  Api(
      Target target,
      TokenStore store,
      Environment environment,
      ClientOptions options,
      Connections connections) {
    this.target = target;
    this.store = store;
    this.environment = environment;
    this.options = options;
    this.addresses = new Addresses(target);
    this.limits = new TimeLimits(environment.clock(), options);
    this.mask = new SecretMask(EnvironmentSecrets.of(environment));
    mask.learn(target.secret());
    if (target.tokenStore().isPresent()) {
      mask.learn(target.tokenStore().get().password());
    }
    this.requestSender =
        new RequestSender(target, connections, options, mask, SandboxToken.of(environment, target));
    this.tokens = new Tokens(this, target);
  }

  /** The answer, or the {@link Failure} that is left when everything allowed has been tried. */
  Answer call(Call call) {
    return call(
        call,
        receivedResponse ->
            new Answer(Answers.read(call, target.apiBase(), receivedResponse, mask), false),
        new Answer(Json.object(), true));
  }

  /** As {@link #call(Call)}, whatever shape the answer has. */
  RawAnswer raw(Call call) {
    return call(
        call,
        receivedResponse -> Answers.raw(call, target.apiBase(), receivedResponse, mask),
        RawAnswer.pretended());
  }

  private <T> T call(Call call, Function<ReceivedResponse, T> reader, T pretended) {
    if (options.dryRun()) {
      String shownToken = call.authorized() ? PLACEHOLDER : null;
      recorded.add(call.recorded(mask, addresses.of(call, shownToken)));
      return pretended;
    }
    try {
      return persist(call, reader);
    } catch (Trouble trouble) {
      throw trouble.uncertain() ? uncertain(call, trouble.failure()) : trouble.failure();
    }
  }

  private static Failure uncertain(Call call, Failure failure) {
    if (call.repeat() == Repeat.NEVER) {
      failure.meaning("Whether it was done is not known, so it was not repeated.");
    } else if (call.authorized() && failure.meaning().isEmpty() && !call.reads()) {
      failure.meaning("Whether it was done is not known; doing it again does no harm.");
    }
    return call.uncertain().apply(failure);
  }

  private <T> T persist(Call call, Function<ReceivedResponse, T> reader) {
    boolean renewed = false;
    int tries = 1;
    while (true) {
      String token = call.authorized() ? tokens.value() : null;
      try {
        return once(call, token, Refusals.explained(reader));
      } catch (Trouble trouble) {
        if (trouble.tokenRefused() && token != null && !renewed) {
          renewed = true;
          tokens.renew(token);
        } else if (tries < MOST_TRIES
            && trouble.worthRepeating(call.repeat())
            && limits.rest(tries, environment.random())) {
          tries++;
        } else {
          throw trouble;
        }
      }
    }
  }

  private <T> T once(Call call, String token, Function<ReceivedResponse, T> reader) {
    URI address = addresses.of(call, token);
    options.cancellation().beforeSending(call);
    return reader.apply(requestSender.send(call, address, limits.forCall(call)));
  }

  /** A stored token or ticket, or a fetched one; dry runs neither read nor write the store. */
  Obtained stored(String name, Predicate<CachedValue> acceptable, Supplier<CachedValue> fetch) {
    if (options.dryRun()) {
      return new Obtained(fetch.get(), false);
    }
    Obtained obtained = store.obtain(name, acceptable, limits.longest(), fetch);
    mask.learn(obtained.value().value());
    return obtained;
  }

  CachedValue fetched(String value, String kind, long expiresIn) {
    mask.learn(value);
    return TokenCache.fetched(value, kind, now(), expiresIn);
  }

  Instant now() {
    return environment.clock().instant();
  }

  Tokens tokens() {
    return tokens;
  }

  List<RecordedRequest> recorded() {
    return List.copyOf(recorded);
  }

  Probe probe() {
    Call call = Call.get("/", Map.of()).anonymous();
    if (options.dryRun()) {
      recorded.add(call.recorded(mask, addresses.of(call, null)));
      return new Probe(0, Duration.ZERO, Optional.empty());
    }
    long start = System.nanoTime();
    try {
      ReceivedResponse receivedResponse =
          requestSender.send(call, addresses.of(call, null), limits.longest());
      return new Probe(
          receivedResponse.status(),
          Duration.ofNanos(System.nanoTime() - start),
          receivedResponse.date());
    } catch (Trouble trouble) {
      throw trouble.failure();
    }
  }
}
