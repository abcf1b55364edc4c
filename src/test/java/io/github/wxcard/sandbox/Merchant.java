package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.EventDelivery;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A sandbox that delivers to a merchant's server, and the events that happen in it. */
final class Merchant implements AutoCloseable {
  static final String OPENID = "o5a4DbAbCdEfGhIjKlMnOpQrStUv";
  static final String TOKEN = "Tokensecret7";
  static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  static final Duration BETWEEN = Duration.ofSeconds(5);

  /** Seconds enough for any machine; a test that wants an answer to be late names its own. */
  static final Duration PATIENT = Duration.ofSeconds(30);

  final Receiver receiver = new Receiver();
  final MovableClock clock = new MovableClock("2026-10-01T04:00:00Z");
  final RawSandbox raw;
  private final Store store;

  private Merchant(Path db, Duration limit) {
    raw = RawSandbox.delivering(db, clock, pace(limit));
    store = Store.open(Optional.of(db), clock);
  }

  static Merchant on(Path db) {
    return new Merchant(db, PATIENT);
  }

  static Merchant on(Path db, Duration limit) {
    return new Merchant(db, limit);
  }

  static EventDelivery.Policy pace(Duration limit) {
    return new EventDelivery.Policy(limit, BETWEEN, 4, Duration.ofMillis(5));
  }

  /** Sets the callback address. */
  Merchant listening(String mode, String url) {
    ObjectNode body = Json.object().put("url", url).put("token", TOKEN).put("mode", mode);
    JsonNode answer = raw.post("/sandbox/callback", Json.write(body.put("encodingAesKey", KEY)));
    assertThat(answer.path("errcode").asInt(-1)).as("%s", answer).isZero();
    return this;
  }

  Merchant listening() {
    return listening("plain", receiver.url("/wechat"));
  }

  /** A code is redeemed; gives back the event's id. */
  long redeemed(String code) {
    return happened("user_consume_card", code);
  }

  /** Something happens to a code; gives back the event's id. */
  long happened(String name, String code) {
    ObjectNode fields = Json.object().put("CardId", "p5a4DbCard").put("UserCardCode", code);
    fields.put("OuterStr", "a&b]]>中");
    return store.write(
        tx -> {
          tx.events().add(name, OPENID, fields, tx.now(), State.PENDING);
          return tx.events().newest(1).get(0).id();
        });
  }

  /** The event as the controls show it. */
  JsonNode event(long id) {
    return raw.get("/sandbox/events?after=" + (id - 1)).path("events").path(0);
  }

  String state(long id) {
    return event(id).path("state").asText();
  }

  /** Waits for an attempt to end and says how. */
  String result(long id, int attempt) {
    until(
        () -> {
          JsonNode event = event(id);
          return event.path("attempts").asInt() == attempt
              && !event.path("result").asText().isEmpty();
        });
    return event(id).path("result").asText();
  }

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(2_000_000);
    }
  }

  @Override
  public void close() {
    raw.close();
    store.close();
    receiver.close();
  }
}
