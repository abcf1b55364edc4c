package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries beside calls, beside other processes, and after them. */
final class DeliveryTogetherTest {
  @TempDir Path folder;
  private Path db;
  private Merchant merchant;

  @BeforeEach
  void open() {
    db = folder.resolve("sandbox.db");
    merchant = Merchant.on(db);
  }

  @AfterEach
  void close() {
    merchant.close();
  }

  @Test
  void two_sandboxes_on_one_database_send_each_event_once() {
    try (RawSandbox other =
        RawSandbox.delivering(db, merchant.clock, Merchant.pace(Merchant.LONG_LIMIT))) {
      merchant.listening();
      List<Long> ids = new ArrayList<>();
      LongStream.range(0, 80).forEach(i -> ids.add(merchant.redeemed("c" + i)));

      ids.forEach(id -> Merchant.until(() -> merchant.state(id).equals("delivered")));

      assertThat(merchant.receiver.messages()).hasSize(80);
      assertThat(ids).allMatch(id -> merchant.event(id).path("attempts").asInt() == 1);
      assertThat(other.get("/sandbox/events").path("events")).hasSize(80);
    }
  }

  @Test
  void a_server_that_hangs_delays_no_answer() {
    merchant.listening().receiver.hanging();
    List<Long> ids = new ArrayList<>();
    LongStream.range(0, 12).forEach(i -> ids.add(merchant.redeemed("c" + i)));
    Merchant.until(() -> merchant.receiver.messages().size() == 8);

    merchant.raw.done("/card/testwhitelist/set", "{\"username\": [\"usr1\"]}");
    merchant.raw.claimed(Definitions.groupon(), "usr1");

    assertThat(merchant.receiver.messages()).as("never more than eight at a time").hasSize(8);
    assertThat(ids).allMatch(id -> merchant.event(id).path("result").asText().isEmpty());
  }

  @Test
  void closing_does_not_wait_for_an_answer_and_the_event_is_sent_again() {
    merchant.listening().receiver.hanging();
    long id = merchant.redeemed("1");
    Merchant.until(() -> merchant.receiver.messages().size() == 1);

    long start = System.nanoTime();
    merchant.raw.close();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));

    merchant.receiver.answering(200, "success");
    try (RawSandbox next =
        RawSandbox.delivering(db, merchant.clock, Merchant.pace(Merchant.LONG_LIMIT))) {
      merchant.clock.advance(Merchant.LONG_LIMIT.multipliedBy(3));
      Merchant.until(() -> only(next).path("state").asText().equals("delivered"));
      assertThat(only(next).path("id").asLong()).isEqualTo(id);
      assertThat(only(next).path("attempts").asInt()).isEqualTo(2);
    }
  }

  @Test
  void a_sandbox_that_is_not_served_sends_nothing() {
    merchant.listening();
    merchant.raw.close();
    long id = merchant.redeemed("1");
    try (RawSandbox idle = RawSandbox.on(db, 2)) {
      assertThat(only(idle).path("id").asLong()).isEqualTo(id);
    }
    try (RawSandbox serving =
        RawSandbox.delivering(db, merchant.clock, Merchant.pace(Merchant.LONG_LIMIT))) {
      Merchant.until(() -> only(serving).path("state").asText().equals("delivered"));
      assertThat(merchant.receiver.messages()).hasSize(1);
    }
  }

  @Test
  void without_a_callback_an_event_waits_for_one_to_be_set() {
    long early = merchant.redeemed("1");

    merchant.listening();
    Merchant.until(() -> merchant.state(early).equals("delivered"));
    JsonNode cleared = merchant.raw.post("/sandbox/callback", "{\"url\": null}");
    long late = merchant.redeemed("2");
    merchant.raw.post("/sandbox/callback", "{\"url\": null}");
    merchant.listening();
    long last = merchant.redeemed("3");
    Merchant.until(() -> merchant.state(last).equals("delivered"));

    assertThat(cleared.path("url").isNull()).isTrue();
    assertThat(merchant.state(late)).isEqualTo("recorded");
    assertThat(merchant.receiver.messages()).hasSize(2);
  }

  private static JsonNode only(RawSandbox raw) {
    JsonNode events = raw.get("/sandbox/events").path("events");
    assertThat(events).hasSize(1);
    return events.path(0);
  }
}
