package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import java.util.Optional;

/**
 * How a command ended.
 *
 * @param result the document {@code --json} would have printed, when there was one
 */
public record Outcome(int exitCode, Optional<JsonNode> result, Optional<Failure> failure) {}
