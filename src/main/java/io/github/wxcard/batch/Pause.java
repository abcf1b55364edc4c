package io.github.wxcard.batch;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {
  void rest(Duration time) throws InterruptedException;
}
