package io.github.wxcard.sandbox.service.share;

import io.github.wxcard.event.EventKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.store.DocumentTable.Document;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.PersonTable.Person;
import io.github.wxcard.sandbox.store.Transaction;
import java.util.Optional;
import java.util.Set;

/**
 * How long and how often an account may write to somebody who did something. The account hears of
 * that by an event. Nobody can chat here, so who did nothing yet counts as a follower since the
 * first mention: the account may write then too.
 */
final class ReplyWindow {
  private static final int MOST = 20;
  private static final long SECONDS = 48 * 3600;
  private static final String KIND = "reply_window";

  /** What a user does; the other events tell what the merchant or WeChat did. */
  private static final Set<EventKind> ACTIONS =
      Set.of(
          EventKind.USER_GET_CARD,
          EventKind.USER_GIFTING_CARD,
          EventKind.USER_DEL_CARD,
          EventKind.USER_VIEW_CARD,
          EventKind.USER_ENTER_SESSION_FROM_CARD,
          EventKind.USER_PAY_FROM_PAY_CELL,
          EventKind.SUBMIT_MEMBERCARD_USER_INFO);

  private ReplyWindow() {}

  /** Counts a message to somebody, or refuses one that comes too late or too often. */
  static void use(Transaction tx, Person person) {
    Optional<Event> last =
        tx.events().newestOf(person.openid(), ACTIONS.stream().map(EventKind::wireName).toList());
    long acted = last.map(Event::created).orElseGet(() -> tx.people().since(person.openid()));
    if (tx.now() - acted > SECONDS) {
      throw new ApiException(45015, person.name() + " did nothing since " + acted + ", 48 h ago");
    }
    long action = last.map(Event::id).orElse(0L);
    int sent =
        tx.documents()
            .find(KIND, person.openid())
            .map(Document::body)
            .filter(window -> window.path("action").asLong() == action)
            .map(window -> window.path("sent").asInt())
            .orElse(0);
    if (sent >= MOST) {
      throw new ApiException(
          45047, person.name() + " got " + sent + " messages and did nothing since");
    }
    tx.documents()
        .put(
            KIND,
            person.openid(),
            Json.object().put("action", action).put("sent", sent + 1),
            tx.now());
  }
}
