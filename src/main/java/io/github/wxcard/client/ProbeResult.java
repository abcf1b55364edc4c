package io.github.wxcard.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a host answered when it was asked for anything at all.
 *
 * @param date what the host thinks the time is
 */
public record ProbeResult(Duration took, Optional<Instant> date) {}
