package io.github.wxcard.sandbox.http;

import java.util.Map;

/**
 * What came over the wire.
 *
 * @param contentType null when the caller did not say
 * @param sender what a browser says of who asks
 */
record Request(
    String method,
    String path,
    Map<String, String> query,
    String contentType,
    byte[] content,
    Sender sender) {}
