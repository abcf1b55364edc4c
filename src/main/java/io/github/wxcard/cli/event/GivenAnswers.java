package io.github.wxcard.cli.event;

import io.github.wxcard.server.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What signed pushes were answered lately, so that a repeat of one is answered alike. */
final class GivenAnswers {
  private static final int REMEMBERED = 1_000;

  /** A longer answer is not kept: its push is handed on once more when it is repeated. */
  private static final int LONGEST = 8 * 1024;

  private final Map<String, Given> newest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Given> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The answer to one push; null while there is none that would do for a repeat. */
  private static final class Given {
    private Response response;
  }

  /**
   * The answer to a push. A repeat that overtakes the first one's answer waits for it.
   *
   * @param first makes an answer where none has been given, or only that something failed
   * @param again is run instead where the given answer will do
   */
  Response to(String signed, Supplier<Response> first, Runnable again) {
    Given given = of(signed);
    synchronized (given) {
      if (given.response != null) {
        again.run();
        return given.response;
      }
      Response response = first.get();
      if (CallbackResponse.isSuccess(response) && response.content().length <= LONGEST) {
        given.response = response;
      }
      return response;
    }
  }

  private synchronized Given of(String signed) {
    return newest.computeIfAbsent(signed, key -> new Given());
  }
}
