package io.github.wxcard.event;

import io.github.wxcard.sign.MessageMode;
import io.github.wxcard.sign.Nonce;
import io.github.wxcard.text.QueryString;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The request that tells a merchant's server of an event: signed, and encrypted if need be.
 *
 * @param query its parameters, unescaped and in order
 * @param body XML
 */
public record SignedPush(Map<String, String> query, String body) {
  /** The header that goes with the body. */
  public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

  /**
   * Draws it up.
   *
   * @param keys with an EncodingAESKey, where the mode encrypts
   */
  public static SignedPush of(
      CardEvent event, CallbackKeys keys, MessageMode mode, Instant now, RandomGenerator random) {
    String timestamp = Long.toString(now.getEpochSecond());
    String nonce = Integer.toUnsignedString(random.nextInt());
    String body = EventXml.write(event);
    Map<String, String> query = new LinkedHashMap<>();
    query.put("signature", keys.sign(timestamp, nonce, ""));
    query.put("timestamp", timestamp);
    query.put("nonce", nonce);
    query.put("openid", event.sender());
    if (mode.encrypts()) {
      byte[] head = Nonce.of(random).getBytes(StandardCharsets.US_ASCII);
      String encrypted = keys.cipher().orElseThrow().encrypt(body, head);
      String clear = mode == MessageMode.SAFE ? "" : body;
      body = EventXml.envelope(event.receiver(), clear, encrypted);
      query.put("encrypt_type", "aes");
      query.put("msg_signature", keys.sign(timestamp, nonce, encrypted));
    }
    return new SignedPush(query, body);
  }

  /** The address with the parameters behind those that it has itself. */
  public URI at(URI url) {
    return joined(url, QueryString.of(query));
  }

  /** An address with a query, escaped already, behind the one that it has itself. */
  public static URI joined(URI url, String query) {
    String own = url.getRawQuery();
    String joint = own == null ? "?" : own.isEmpty() || own.endsWith("&") ? "" : "&";
    return URI.create(url + joint + query);
  }
}
