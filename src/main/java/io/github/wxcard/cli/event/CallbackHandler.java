package io.github.wxcard.cli.event;

import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.CallbackQuery;
import io.github.wxcard.event.PushAcceptance;
import io.github.wxcard.event.PushVerifier;
import io.github.wxcard.event.ReplayGuard;
import io.github.wxcard.event.VerifiedPush;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.server.Request;
import io.github.wxcard.server.Response;
import io.github.wxcard.text.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers what comes to the callback address.
 *
 * @param forward hands a push on to the merchant's own server, when there is one
 * @param maxAge stops pushes that were signed too long ago
 * @param notes is told in one line why a request was refused
 */
record CallbackHandler(
    String path,
    PushVerifier verifier,
    ReplayGuard replays,
    ResponseCache responses,
    Optional<Function<Request, PushDelivery>> forward,
    MaxAge maxAge,
    EventPrinter events,
    Language language,
    Consumer<String> notes) {
  /** Received, nothing to say. */
  static final Response SUCCESS = response(200, PushAcceptance.SUCCESS);

  /** Not now: WeChat will send it again. */
  static final Response LATER = response(503, "");

  private static final int BAD_GATEWAY = 502;

  /** An answer to WeChat. */
  static Response response(int status, String text) {
    return new Response(
        status,
        // What is echoed is no page, whatever it looks like.
        Map.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff"),
        text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is wrong with a request is told to the notes. */
  CompletionStage<Response> answer(Request request) {
    if (events.isFull()) {
      return now(LATER);
    }
    try {
      if (!request.path().equals(path)) {
        return now(
            refused(
                404, request.method() + " " + request.path() + ": only " + path + " is served"));
      }
      if (request.method().equals("GET")) {
        CallbackQuery query = CallbackQuery.parse(request.queryText());
        String echo = verifier.echo(query);
        maxAge.check(query);
        replays.check(query);
        notes.accept("The address was confirmed: its echostr is answered.");
        return now(response(200, echo));
      }
      if (!request.method().equals("POST")) {
        return now(refused(405, request.method() + " is neither GET nor POST"));
      }
      return receive(request);
    } catch (Failure failure) {
      String details = failure.details().isEmpty() ? "" : " (" + failure.details().get(0) + ")";
      String fix = failure.in(language).fix().map(words -> ". " + words).orElse("");
      return now(
          refused(
              failure.kind() == FailureKind.INPUT ? 400 : 403,
              failure.getMessage() + details + fix));
    }
  }

  private CompletionStage<Response> receive(Request request) {
    CallbackQuery query = CallbackQuery.parse(request.queryText());
    VerifiedPush push = verifier.open(query, Utf8.decode(request.content(), "the push"));
    maxAge.check(query);
    boolean repeated = replays.isRepeated(push);
    if (!push.message().repeated().isEmpty()) {
      notes.accept(
          "Named twice, the first counts: " + String.join(", ", push.message().repeated()));
    }
    return responses.answer(
        push.signature(),
        () -> handled(request, push, repeated),
        () -> events.take(new ReceivedEvent(push, true, Optional.empty())));
  }

  private Response handled(Request request, VerifiedPush push, boolean repeated) {
    Optional<PushDelivery> forwarded = forward.map(server -> server.apply(request));
    if (!events.take(new ReceivedEvent(push, repeated, forwarded))) {
      return LATER;
    }
    return forwarded.map(CallbackHandler::relayed).orElse(SUCCESS);
  }

  private static CompletionStage<Response> now(Response response) {
    return CompletableFuture.completedFuture(response);
  }

  private static Response relayed(PushDelivery delivery) {
    // Whoever sent it shall send it again when nobody behind us took it.
    return delivery.answered()
        ? response(delivery.status(), delivery.answer())
        : response(BAD_GATEWAY, "");
  }

  Response refused(int status, String why) {
    notes.accept("Refused (" + status + "): " + why);
    return response(status, "");
  }

  /**
   * How old a push may be.
   *
   * @param limit zero for any age: no limit is documented
   */
  record MaxAge(Clock clock, Duration limit) {
    /** Refuses a request that was signed too long ago, or is dated after now. */
    void check(CallbackQuery query) {
      Instant now = clock.instant();
      Duration age = Duration.between(query.signedAt(now), now);
      // Timestamps are whole seconds.
      if (!limit.isZero() && Duration.ofSeconds(age.toSeconds()).compareTo(limit) > 0) {
        throw Failure.of(
            FailureKind.REFUSED,
            "the timestamp " + query.value("timestamp") + " is " + age.toSeconds() + " s old",
            "Compare the clocks, or allow more with --max-age.");
      }
    }
  }
}
