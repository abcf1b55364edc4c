package io.github.wxcard.cli.event;

import io.github.wxcard.card.Utf8;
import io.github.wxcard.client.Delivery;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.event.CallbackGate;
import io.github.wxcard.event.CallbackQuery;
import io.github.wxcard.event.ReceivedPush;
import io.github.wxcard.event.RecentPushes;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Answers what comes to the callback address.
 *
 * @param forward hands a push on to the merchant's own server, when there is one
 * @param freshness stops pushes that were signed too long ago
 * @param notes is told in one line why a request was refused
 */
record Inbox(
    String path,
    CallbackGate gate,
    RecentPushes recent,
    GivenAnswers given,
    Optional<Function<Incoming, Delivery>> forward,
    Freshness freshness,
    Register register,
    Consumer<String> notes) {
  private static final int BAD_GATEWAY = 502;

  /** Never fails: what is wrong with a request is told to the notes. */
  Reply answer(Incoming request) {
    if (register.isFull()) {
      return Reply.LATER;
    }
    try {
      if (!request.path().equals(path)) {
        return refused(
            404, request.method() + " " + request.path() + ": only " + path + " is served");
      }
      if (request.method().equals("GET")) {
        String echo = gate.echo(CallbackQuery.parse(request.query()));
        notes.accept("The address was confirmed: its echostr is answered.");
        return new Reply(200, echo);
      }
      if (!request.method().equals("POST")) {
        return refused(405, request.method() + " is neither GET nor POST");
      }
      return request.body() == null ? refused(413, "a body over 1 MiB") : receive(request);
    } catch (Failure failure) {
      String details = failure.details().isEmpty() ? "" : " (" + failure.details().get(0) + ")";
      return refused(failure.kind() == Kind.INPUT ? 400 : 403, failure.getMessage() + details);
    }
  }

  private Reply receive(Incoming request) {
    CallbackQuery query = CallbackQuery.parse(request.query());
    ReceivedPush push = gate.open(query, Utf8.decode(request.body(), "the push"));
    freshness.check(query);
    boolean repeated = recent.isRepeated(push);
    if (!push.message().repeated().isEmpty()) {
      notes.accept(
          "Named twice, the first counts: " + String.join(", ", push.message().repeated()));
    }
    return given.to(
        query.signed(),
        () -> handled(request, push, repeated),
        () -> register.enter(new ReceivedEvent(push, true, Optional.empty())));
  }

  private Reply handled(Incoming request, ReceivedPush push, boolean repeated) {
    Optional<Delivery> forwarded = forward.map(server -> server.apply(request));
    if (!register.enter(new ReceivedEvent(push, repeated, forwarded))) {
      return Reply.LATER;
    }
    return forwarded.map(Inbox::relayed).orElse(Reply.SUCCESS);
  }

  private static Reply relayed(Delivery delivery) {
    // Whoever sent it shall send it again when nobody behind us took it.
    return delivery.answered()
        ? new Reply(delivery.status(), delivery.answer())
        : new Reply(BAD_GATEWAY, "");
  }

  private Reply refused(int status, String why) {
    notes.accept("Refused (" + status + "): " + why.replaceAll("[\\s\\p{Cc}]+", " "));
    return new Reply(status, "");
  }
}
