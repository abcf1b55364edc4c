package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.CallbackKeys;
import io.github.wxcard.event.CardEvent;
import io.github.wxcard.event.SignedPush;
import io.github.wxcard.sandbox.service.base.Account;
import io.github.wxcard.sandbox.service.panel.Callback;
import io.github.wxcard.sandbox.store.EventTable.Event;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Draws up the request that tells the merchant's server of an event. */
record Push(Callback callback, RandomGenerator random) {
  /**
   * The request, signed and if need be encrypted.
   *
   * @param now the real time: whoever receives it compares it with a clock that no control moves
   */
  HttpRequest of(Event event, Instant now) {
    CallbackKeys keys =
        new CallbackKeys(callback.token(), callback.encodingAesKey(), Account.APP_ID);
    SignedPush push = SignedPush.of(document(event), keys, callback.mode(), now, random);
    return HttpRequest.newBuilder(push.at(callback.url()))
        .header("Content-Type", SignedPush.CONTENT_TYPE)
        .POST(BodyPublishers.ofString(push.body()))
        .build();
  }

  private static CardEvent document(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    event
        .fields()
        .properties()
        .forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
    return new CardEvent(
        event.name(), Account.ORIGINAL_ID, event.sender(), event.created(), fields);
  }
}
