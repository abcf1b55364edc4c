package io.github.wxcard.sandbox.http;

import io.github.wxcard.event.EventKind;
import io.github.wxcard.sandbox.service.admin.CallbackEndpoint;
import io.github.wxcard.sandbox.service.admin.EventService;
import io.github.wxcard.sandbox.store.EventTable.Event;
import io.github.wxcard.sandbox.store.EventTable.State;
import io.github.wxcard.sandbox.store.Store;
import io.github.wxcard.sandbox.store.StoreException;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Pushes events to the merchant's server until one attempt is accepted or the last has failed.
 * Several processes may do so on one database: each attempt is made by one of them. What was under
 * way when a process ended is sent again by whoever looks next.
 */
public final class EventDelivery implements AutoCloseable {
  private static final int MOST_UNDER_WAY = 8;
  private static final long CLOSING_MILLIS = 1000;

  private final Store store;
  private final Clock clock;
  private final Policy policy;
  private final PushClient client;

  /** The one thread that looks at the outbox and sends; all state here is its own. */
  private final ScheduledThreadPoolExecutor thread =
      new ScheduledThreadPoolExecutor(1, EventDelivery::thread);

  private int underWay;

  /**
   * How patiently events are delivered.
   *
   * @param limit how long the merchant's server may take for its whole answer
   * @param between from the start of an attempt that failed to the next one
   * @param attempts how often an event is sent before it is given up, as far as its kind has no
   *     more
   * @param poll how often the outbox is looked at
   */
  public record Policy(Duration limit, Duration between, int attempts, Duration poll) {
    /**
     * As WeChat does it: 5 seconds for an answer, and up to three repeats. Those of a claim it
     * spreads over minutes or a day; here they follow each other as quickly as any.
     */
    public static final Policy USUAL =
        new Policy(Duration.ofSeconds(5), Duration.ofSeconds(5), 4, Duration.ofMillis(200));

    /** How much longer a claim is repeated than other events while nobody answers. */
    private static final int MORE_FOR_CLAIMS = 7;

    /**
     * How often an event is sent. WeChat repeats a claim three times when the answer is wrong, and
     * ten times when the server is down.
     *
     * @param answered whether an answer came to the last attempt
     */
    int attempts(String event, boolean answered) {
      boolean longer = !answered && EventKind.USER_GET_CARD.wireName().equals(event);
      return longer ? attempts + MORE_FOR_CLAIMS : attempts;
    }

    /**
     * How long an event is spoken for once an attempt has begun; more than the attempt can take.
     */
    Duration lease() {
      return limit.multipliedBy(3);
    }
  }

  private EventDelivery(Store store, Clock clock, RandomGenerator random, Policy policy) {
    this.store = store;
    this.clock = clock;
    this.policy = policy;
    this.client = new PushClient(random, policy.limit());
  }

  /**
   * Begins to deliver.
   *
   * @param clock the real time, which no control moves
   */
  public static EventDelivery start(
      Store store, Clock clock, RandomGenerator random, Policy policy) {
    EventDelivery delivery = new EventDelivery(store, clock, random, policy);
    long poll = policy.poll().toNanos();
    delivery.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    var unused =
        delivery.thread.scheduleWithFixedDelay(delivery::look, poll, poll, TimeUnit.NANOSECONDS);
    return delivery;
  }

  /** Stops at once; whatever has no answer yet will be sent again. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      thread.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    client.close();
  }

  private void look() {
    try {
      // Whoever only reads keeps nobody from writing.
      if (underWay < MOST_UNDER_WAY && store.read(this::isAnythingDue)) {
        Batch batch = store.write(this::claim);
        batch.events().forEach(event -> send(event, batch));
      }
    } catch (StoreException e) {
      // The database is busy or closed; the next look will tell.
    }
  }

  /**
   * Events that this process has just claimed.
   *
   * @param started the real time in milliseconds
   */
  private record Batch(List<Event> events, CallbackEndpoint callback, long started) {}

  private boolean isAnythingDue(Transaction tx) {
    return tx.sandboxSettings().callback().isPresent()
        && !tx.events().due(clock.millis(), 1).isEmpty();
  }

  /** No other process can write between the look and the lease: it is one transaction. */
  private Batch claim(Transaction tx) {
    long started = clock.millis();
    List<Event> claimed = new ArrayList<>();
    if (tx.sandboxSettings().callback().isEmpty()) {
      return new Batch(claimed, null, started);
    }
    for (Event event : tx.events().due(started, MOST_UNDER_WAY - underWay)) {
      if (event.attempts() < policy.attempts(event.name(), false)) {
        claimed.add(tx.events().lease(event, started + policy.lease().toMillis()));
      } else {
        tx.events().settle(event, State.FAILED, event.due(), "the last attempt never ended");
      }
    }
    CallbackEndpoint callback = CallbackEndpoint.kept(tx.sandboxSettings().callback().get());
    return new Batch(claimed, callback, started);
  }

  private void send(Event event, Batch batch) {
    underWay++;
    var unused =
        client
            .send(event, batch.callback(), Instant.ofEpochMilli(batch.started()))
            .thenAcceptAsync(result -> settle(event, batch, result), thread);
  }

  private void settle(Event event, Batch batch, PushResult result) {
    underWay--;
    int most = policy.attempts(event.name(), result.answered());
    State failed = event.attempts() < most ? State.PENDING : State.FAILED;
    State state = result.accepted() ? State.DELIVERED : failed;
    long next = batch.started() + policy.between().toMillis();
    String words =
        EventService.result(result.words(), result.quoted(), batch.callback().isOnThisMachine());
    try {
      store.write(
          tx -> {
            tx.events().settle(event, state, next, words);
            return null;
          });
    } catch (StoreException e) {
      // Its lease will run out, and it is sent once more.
    }
    look();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "sandbox delivery");
    thread.setDaemon(true);
    return thread;
  }
}
