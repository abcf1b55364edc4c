package io.github.wxcard.batch;

import io.github.wxcard.client.ClientOptions.Pause;
import java.time.Clock;
import java.time.Duration;

/**
 * How a batch runs.
 *
 * @param parallel how many calls are under way at once
 * @param interval from one call to the next; zero for no limit
 */
public record BatchSettings(int parallel, Duration interval, Clock clock, Pause pause) {}
