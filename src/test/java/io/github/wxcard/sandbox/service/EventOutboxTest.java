package io.github.wxcard.sandbox.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.admin.CallbackService;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.service.base.EventOutbox;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Store;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventOutboxTest {
  private final Store store = Store.open(Optional.empty(), Clock.systemUTC());

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_event_has_all_its_fields_in_order_and_what_is_not_said_is_empty_or_0() {
    Event event = recorded(EventKind.USER_PAY_FROM_PAY_CELL, "Fee", "100");

    assertThat(Json.write(event.fields()))
        .isEqualTo(
            "{\"CardId\":\"pCard\",\"UserCardCode\":\"\",\"TransId\":\"\",\"LocationId\":\"0\","
                + "\"Fee\":\"100\",\"OriginalFee\":\"\"}");
    assertThat(event.sender()).isEqualTo("oSomebody");
  }

  @Test
  void an_event_waits_for_delivery_only_when_there_is_somebody_to_tell() {
    ObjectNode callback =
        Json.object().put("url", "http://127.0.0.1:9/").put("token", "abc").put("mode", "plain");
    CallInput input = new CallInput(Map.of(), () -> callback, () -> null);

    Event before = recorded(EventKind.CARD_PASS_CHECK);
    store.write(tx -> CallbackService.set(tx, input));
    Event during = recorded(EventKind.CARD_PASS_CHECK);
    store.write(tx -> CallbackService.clear(tx, input));
    Event after = recorded(EventKind.CARD_PASS_CHECK);

    assertThat(before.state()).isEqualTo(State.RECORDED);
    assertThat(during.state()).isEqualTo(State.PENDING);
    assertThat(after.state()).isEqualTo(State.RECORDED);
  }

  private Event recorded(EventKind kind, String... fields) {
    return store.write(
        tx -> {
          EventOutbox.record(tx, kind, "oSomebody", "pCard", fields);
          return tx.events().newest(1).get(0);
        });
  }
}
