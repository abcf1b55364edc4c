package io.github.wxcard.client;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostNameResolverTest {
  private static final Duration LIMIT = Duration.ofMillis(200);

  private static HostNameResolver hanging(CountDownLatch forEver) {
    return new HostNameResolver(
        host -> {
          try {
            forEver.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          throw new UnknownHostException(host);
        });
  }

  @Test
  void a_look_up_that_hangs_ends_with_the_time_limit_and_nothing_was_sent() {
    CountDownLatch forEver = new CountDownLatch(1);

    try (DeadlineWatchdog watchdog = new DeadlineWatchdog(new ThreadGroup("watched"))) {
      assertThatThrownBy(
              () -> watchdog.within(LIMIT, () -> hanging(forEver).find("wechat.example")))
          .isInstanceOf(HttpConnectTimeoutException.class)
          .hasMessageContaining("no address of wechat.example in time");
    }

    forEver.countDown();
  }

  @Test
  void an_interrupt_ends_it_before_anything_was_sent() {
    CountDownLatch forEver = new CountDownLatch(1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> hanging(forEver).find("wechat.example"))
        .isInstanceOf(InterruptedBeforeSendException.class);

    forEver.countDown();
  }
}
