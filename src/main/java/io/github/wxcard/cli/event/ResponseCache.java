package io.github.wxcard.cli.event;

import io.github.wxcard.server.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** What signed pushes were answered lately, so that a repeat of one is answered alike. */
final class ResponseCache {
  private static final int REMEMBERED = 1_000;

  /** A longer answer is not kept: its push is handed on once more when it is repeated. */
  private static final int LONGEST = 8 * 1024;

  /** WeChat sends a push four times at most; whoever sends it more often waits for nothing. */
  private static final int MOST_WAITING = 4;

  private final Map<String, Answers> newest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answers> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The answers to one push, of which the last may still be on its way. */
  private static final class Answers {
    private CompletableFuture<Response> last = CompletableFuture.completedFuture(null);
    private int waiting;
  }

  /**
   * The answer to a push. A repeat that overtakes the first one's answer gets its own when that is
   * there; no thread waits for it meanwhile.
   *
   * @param first makes an answer where none has been given, or only that something failed
   * @param again is run instead where the given answer will do
   */
  CompletionStage<Response> answer(String signed, Supplier<Response> first, Runnable again) {
    CompletableFuture<Response> before;
    CompletableFuture<Response> answer = new CompletableFuture<>();
    Answers answers;
    synchronized (this) {
      answers = newest.computeIfAbsent(signed, key -> new Answers());
      if (answers.waiting == MOST_WAITING) {
        return CompletableFuture.completedFuture(CallbackHandler.LATER);
      }
      answers.waiting++;
      before = answers.last;
      answers.last = answer;
    }
    var unused =
        before.whenComplete(
            (response, failure) -> complete(answer, answers, response, first, again));
    return answer;
  }

  private void complete(
      CompletableFuture<Response> answer,
      Answers answers,
      Response before,
      Supplier<Response> first,
      Runnable again) {
    Response response = null;
    Throwable trouble = null;
    try {
      if (before == null || !isKept(before)) {
        response = first.get();
      } else {
        again.run();
        response = before;
      }
    } catch (RuntimeException | Error e) {
      trouble = e;
    }
    synchronized (this) {
      answers.waiting--;
    }
    if (trouble == null) {
      answer.complete(response);
    } else {
      answer.completeExceptionally(trouble);
    }
  }

  private static boolean isKept(Response response) {
    return response.status() / 100 == 2 && response.content().length <= LONGEST;
  }
}
