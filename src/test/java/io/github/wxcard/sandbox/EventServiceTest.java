package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.store.EventTable;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outbox at the controls. */
final class EventServiceTest {
  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(Optional.of(rows.db()), raw.clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_event_is_shown_whole() {
    long id = happened("4711");

    JsonNode event = raw.get("/sandbox/events").path("events").path(0);

    assertThat(event)
        .isEqualTo(
            Definitions.json(
                """
                {"id": %d, "name": "user_del_card", "time": "2026-10-01T04:00:00Z",
                 "from": "oSomebody", "card_id": "pCard", "code": "4711",
                 "fields": {"CardId": "pCard", "UserCardCode": "4711"},
                 "state": "recorded", "attempts": 0, "result": ""}
                """
                    .formatted(id)));
  }

  @Test
  void the_newest_hundred_are_shown_the_oldest_of_them_first() {
    List<Long> ids = new ArrayList<>();
    for (int i = 0; i < 103; i++) {
      ids.add(happened("c" + i));
    }

    assertThat(ids(raw.get("/sandbox/events"))).isEqualTo(ids.subList(3, 103));
    assertThat(ids(raw.get("/sandbox/events?after=0"))).isEqualTo(ids.subList(0, 100));
    assertThat(ids(raw.get("/sandbox/events?after=" + ids.get(100))))
        .isEqualTo(ids.subList(101, 103));
    assertThat(ids(raw.get("/sandbox/events?after=" + ids.get(102)))).isEmpty();
  }

  @Test
  void after_is_an_id() {
    assertThat(raw.get("/sandbox/events?after=x").path("errcode").asInt()).isEqualTo(40097);
    assertThat(raw.get("/sandbox/events?after=-1").path("errcode").asInt()).isEqualTo(40097);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"id\": 99}", "{\"id\": \"one\"}", "{\"id\": null}"})
  void only_an_event_that_there_is_can_be_sent_again(String body) {
    listening();
    happened("1");

    assertThat(errcode(body)).isEqualTo(40097);
  }

  @Test
  void without_a_callback_nothing_can_be_sent_again() {
    String body = "{\"id\": " + happened("1") + "}";

    assertThat(errcode(body)).isEqualTo(40201);
    assertThat(raw.get("/sandbox/events").at("/events/0/state").asText()).isEqualTo("recorded");

    listening();
    assertThat(errcode(body)).isZero();
    assertThat(raw.get("/sandbox/events").at("/events/0/state").asText()).isEqualTo("pending");
  }

  private void listening() {
    raw.post("/sandbox/callback", "{\"url\": \"http://127.0.0.1:9/\", \"token\": \"abc\"}");
  }

  private int errcode(String body) {
    return raw.post("/sandbox/events/resend", body).path("errcode").asInt(-1);
  }

  private long happened(String code) {
    ObjectNode fields = Json.object().put("CardId", "pCard").put("UserCardCode", code);
    return store.write(
        tx -> {
          tx.events().add("user_del_card", "oSomebody", fields, tx.now(), State.RECORDED);
          return tx.events().newest(1).get(0).id();
        });
  }

  @Test
  void old_events_are_forgotten_unless_they_wait_for_delivery() {
    store.write(
        tx -> {
          for (int i = 0; i < EventTable.KEPT + 5; i++) {
            State state = i == 0 ? State.PENDING : State.RECORDED;
            tx.events().add("user_del_card", "oSomebody", Json.object(), tx.now(), state);
          }
          tx.events().trim();
          return null;
        });

    List<Event> kept = store.read(tx -> tx.events().after(0, 2 * EventTable.KEPT));
    assertThat(kept).hasSize(EventTable.KEPT + 1);
  }

  private static List<Long> ids(JsonNode answer) {
    List<Long> ids = new ArrayList<>();
    answer.path("events").forEach(event -> ids.add(event.path("id").asLong()));
    return ids;
  }
}
