package io.github.wxcard.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.server.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One signed push that comes again while its first answer is still being made. */
@Timeout(60)
final class ResponseCacheTest {
  private final ResponseCache cache = new ResponseCache();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch slow = new CountDownLatch(1);
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();

  @Test
  void a_repeat_that_overtakes_waits_without_a_thread_and_gets_the_same() throws Exception {
    CompletableFuture<Response> first = start(CallbackHandler.SUCCESS);
    List<CompletionStage<Response>> repeats = repeats(3);

    assertThat(repeats).noneMatch(each -> each.toCompletableFuture().isDone());
    slow.countDown();

    assertThat(first.get()).isSameAs(CallbackHandler.SUCCESS);
    for (CompletionStage<Response> each : repeats) {
      assertThat(each.toCompletableFuture().get()).isSameAs(CallbackHandler.SUCCESS);
    }
    assertThat(made).hasValue(1);
    assertThat(repeated).hasValue(3);
  }

  @Test
  void after_a_failure_the_repeats_try_one_after_another_until_one_succeeds() throws Exception {
    CompletableFuture<Response> first = start(CallbackHandler.response(502, ""));
    List<CompletionStage<Response>> repeats = repeats(3);
    slow.countDown();

    assertThat(first.get().status()).isEqualTo(502);
    for (CompletionStage<Response> each : repeats) {
      assertThat(each.toCompletableFuture().get().status()).isEqualTo(200);
    }
    assertThat(made).hasValue(2);
    assertThat(repeated).hasValue(2);
  }

  @Test
  void whoever_sends_it_more_often_than_WeChat_is_sent_away() throws Exception {
    CompletableFuture<Response> first = start(CallbackHandler.SUCCESS);

    List<CompletionStage<Response>> repeats = repeats(50);

    assertThat(repeats.subList(3, 50))
        .allMatch(each -> each.toCompletableFuture().getNow(null).status() == 503);
    slow.countDown();
    assertThat(first.get().status()).isEqualTo(200);
    assertThat(repeats(1).get(0).toCompletableFuture().get().status()).isEqualTo(200);
  }

  private CompletableFuture<Response> start(Response response) throws InterruptedException {
    Supplier<Response> making =
        () -> {
          made.incrementAndGet();
          begun.countDown();
          await(slow);
          return response;
        };
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(() -> cache.answer("signed", making, () -> {}))
            .thenCompose(stage -> stage);
    begun.await();
    return answer;
  }

  private List<CompletionStage<Response>> repeats(int count) {
    List<CompletionStage<Response>> repeats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      repeats.add(
          cache.answer(
              "signed",
              () -> {
                made.incrementAndGet();
                return CallbackHandler.SUCCESS;
              },
              repeated::incrementAndGet));
    }
    return repeats;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
