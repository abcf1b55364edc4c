package io.github.wxcard.batch;

import io.github.wxcard.client.ClientOptions.Pause;
import java.time.Clock;

/**
 * How a batch runs.
 *
 * @param parallel how many calls are under way at once
 * @param rate how often a call may leave
 */
public record Settings(int parallel, Rate rate, Clock clock, Pause pause) {}
