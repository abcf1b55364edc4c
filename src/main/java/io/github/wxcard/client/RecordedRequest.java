package io.github.wxcard.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A request that a dry run did not send, secrets masked.
 *
 * @param body empty for GET, a description in words for uploads
 */
public record RecordedRequest(String method, String url, Optional<JsonNode> body) {}
