package io.github.wxcard.sandbox.http;

import io.github.wxcard.text.QueryString;
import java.util.Map;

/**
 * What came over the wire.
 *
 * @param queryText as it came; null when there is none
 * @param contentType null when the caller did not say
 * @param sender what a browser says of who asks
 */
record Request(
    String method,
    String path,
    String queryText,
    String contentType,
    byte[] content,
    Sender sender) {
  /** The names and values of the address. */
  Map<String, String> query() {
    return QueryString.parse(queryText);
  }
}
