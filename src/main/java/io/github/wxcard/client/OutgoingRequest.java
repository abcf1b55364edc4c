package io.github.wxcard.client;

import java.net.URI;
import java.util.Map;

/**
 * A request as it leaves, apart from what HTTP itself adds.
 *
 * @param body null for none
 */
record OutgoingRequest(String method, URI address, Map<String, String> headers, byte[] body) {}
