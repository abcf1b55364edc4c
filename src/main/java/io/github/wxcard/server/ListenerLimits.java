package io.github.wxcard.server;

import java.time.Duration;

/**
 * What callers may take of a listener.
 *
 * @param largestBody in bytes
 * @param idle for a caller that stops in the middle of a request or does not read its answer
 * @param request from the first byte of a request to its last, however it is dripped
 * @param connectionsOfOne of one address; whoever opens more loses the one that waited longest
 * @param connections of all; then the address that holds most loses one
 * @param unansweredBytes of all requests not answered yet; then the largest of them is cut off
 */
public record ListenerLimits(
    int largestBody,
    Duration idle,
    Duration request,
    int connectionsOfOne,
    int connections,
    long unansweredBytes) {}
