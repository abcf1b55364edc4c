package io.github.wxcard.client.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.RedisServer;
import io.github.wxcard.config.TokenStoreAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisConnectionTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private RedisServer redis;
  private RedisConnection connection;

  @BeforeEach
  void open() throws IOException, RedisException {
    redis = RedisServer.start();
    TokenStoreAddress address =
        new TokenStoreAddress(false, "127.0.0.1", redis.port(), "", "", 0, "a test");
    connection = RedisConnection.open(address, () -> null, Duration.ofSeconds(4));
  }

  @AfterEach
  void close() {
    connection.close();
    redis.close();
  }

  @Test
  void one_holder_at_a_time() throws RedisException {
    assertThat(connection.lock("lock", "one", LONG)).isTrue();
    assertThat(connection.lock("lock", "other", LONG)).isFalse();
    assertThat(redis.lifetime("lock")).isBetween(1L, LONG.toMillis());
  }

  @Test
  void only_its_holder_gives_a_lock_back() throws RedisException {
    connection.lock("lock", "one", LONG);

    connection.release("lock", "other");
    assertThat(redis.get("lock")).isEqualTo("one");

    connection.release("lock", "one");
    assertThat(redis.keys()).isEmpty();
  }

  @Test
  void whoever_lost_the_lock_still_helps_those_who_wait_and_leaves_the_lock()
      throws RedisException {
    connection.lock("lock", "other", LONG);

    connection.publish("key", "lock", "one", "", "late", LONG);

    assertThat(connection.get("key")).contains("late");
    assertThat(redis.get("lock")).isEqualTo("other");
  }

  @Test
  void whoever_comes_after_another_one_has_stored_stores_nothing() throws RedisException {
    redis.set("key", "newer", LONG.toMillis());
    connection.lock("lock", "one", LONG);

    connection.publish("key", "lock", "one", "older", "late", LONG);

    assertThat(connection.get("key")).contains("newer");
    assertThat(redis.keys()).containsExactly("key");
  }

  @Test
  void what_was_seen_before_is_replaced() throws RedisException {
    redis.set("key", "older", LONG.toMillis());

    connection.publish("key", "lock", "one", "older", "newer", LONG);

    assertThat(connection.get("key")).contains("newer");
  }

  @Test
  void a_value_that_came_while_waiting_ends_the_wait() throws RedisException {
    connection.lock("lock", "other", LONG);
    RedisLock lock = new RedisLock(connection, new Random(2), "lock");

    assertThat(lock.await(LONG, () -> Optional.of("theirs"))).contains("theirs");
    assertThat(redis.get("lock")).isEqualTo("other");
  }

  @Test
  void a_value_that_came_before_the_lock_did_gives_the_lock_back() throws RedisException {
    RedisLock lock = new RedisLock(connection, new Random(2), "lock");

    assertThat(lock.await(LONG, () -> Optional.of("theirs"))).contains("theirs");
    assertThat(redis.keys()).isEmpty();
  }
}
