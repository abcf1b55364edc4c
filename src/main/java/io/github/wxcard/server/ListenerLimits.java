package io.github.wxcard.server;

import java.time.Duration;

/**
 * What a caller may take of a listener.
 *
 * @param largestBody in bytes
 * @param idle for a caller that stops in the middle of a request or does not read its answer
 */
public record ListenerLimits(int largestBody, Duration idle) {}
