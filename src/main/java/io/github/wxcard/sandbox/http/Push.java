package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.CardEvent;
import io.github.wxcard.event.EventXml;
import io.github.wxcard.sandbox.service.base.Account;
import io.github.wxcard.sandbox.service.panel.Callback;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sign.CallbackRequest;
import io.github.wxcard.sign.MessageCipher;
import io.github.wxcard.sign.MessageMode;
import io.github.wxcard.sign.Nonce;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Draws up the request that tells the merchant's server of an event. */
record Push(Callback callback, RandomGenerator random) {
  /**
   * The request, signed and if need be encrypted.
   *
   * @param now the sandbox's time in Unix seconds
   */
  HttpRequest of(Event event, long now) {
    String timestamp = Long.toString(now);
    String nonce = Integer.toUnsignedString(random.nextInt());
    String body = document(event);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("signature", signature(timestamp, nonce, ""));
    query.put("timestamp", timestamp);
    query.put("nonce", nonce);
    query.put("openid", event.sender());
    if (callback.mode().encrypts()) {
      String encrypted = encrypted(body);
      String clear = callback.mode() == MessageMode.SAFE ? "" : body;
      body = EventXml.envelope(Account.ORIGINAL_ID, clear, encrypted);
      query.put("encrypt_type", "aes");
      query.put("msg_signature", signature(timestamp, nonce, encrypted));
    }
    return HttpRequest.newBuilder(address(query))
        .header("Content-Type", "text/xml; charset=utf-8")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  private static String document(Event event) {
    Map<String, String> fields = new LinkedHashMap<>();
    event
        .fields()
        .properties()
        .forEach(each -> fields.put(each.getKey(), each.getValue().asText()));
    return EventXml.write(
        new CardEvent(event.name(), Account.ORIGINAL_ID, event.sender(), event.created(), fields));
  }

  private String encrypted(String document) {
    byte[] head = Nonce.of(random).getBytes(StandardCharsets.US_ASCII);
    return new MessageCipher(callback.encodingAesKey(), Account.APP_ID).encrypt(document, head);
  }

  private String signature(String timestamp, String nonce, String encrypted) {
    return new CallbackRequest(callback.token(), timestamp, nonce, encrypted).signature().digest();
  }

  private URI address(Map<String, String> query) {
    String added =
        query.entrySet().stream()
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    String own = callback.url().getRawQuery();
    String joint = own == null ? "?" : own.isEmpty() || own.endsWith("&") ? "" : "&";
    return URI.create(callback.url() + joint + added);
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
