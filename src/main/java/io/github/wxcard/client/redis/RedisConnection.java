package io.github.wxcard.client.redis;

import io.github.wxcard.config.TokenStoreAddress;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.PushConsumerChain;
import redis.clients.jedis.util.RedisInputStream;

/** One connection to Redis and the few things that are said on it. Not for several threads. */
final class RedisConnection implements AutoCloseable {
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  /** A script as well: who may not run any, and so could not give a lock back, gets none. */
  private static final String LOCK =
      "return redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])";

  /** Takes a lock back only from the one who holds it. */
  private static final String RELEASE =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return"
          + " 0";

  /**
   * One who was slow, so that the lock lapsed, still writes, or those who wait would wait on; but
   * never over what another one has written meanwhile.
   */
  private static final String PUBLISH =
      "local now = redis.call('GET', KEYS[1]) if not now or now == ARGV[4] then redis.call('SET',"
          + " KEYS[1], ARGV[2], 'PX', ARGV[3]) end if redis.call('GET', KEYS[2]) == ARGV[1] then"
          + " redis.call('DEL', KEYS[2]) end return 1";

  private final TokenStoreAddress address;
  private final Duration limit;
  private final Connection connection;

  private RedisConnection(TokenStoreAddress address, Duration limit, Connection connection) {
    this.address = address;
    this.limit = limit;
    this.connection = connection;
  }

  /**
   * @param trust asked for TLS only
   * @param limit for connecting and for each exchange
   */
  static RedisConnection open(TokenStoreAddress address, Supplier<SSLContext> trust, Duration limit)
      throws RedisException {
    DefaultJedisClientConfig.Builder config = config(address, limit);
    if (address.tls()) {
      secure(config, trust.get());
    }
    HostAndPort place = new HostAndPort(address.host(), address.port());
    return new RedisConnection(
        address, limit, within(address, limit, () -> new BoundedReplies(place, config.build())));
  }

  /** What replaces these methods takes trust stores as files only, and brings a logging library. */
  @SuppressWarnings("deprecation")
  private static void secure(DefaultJedisClientConfig.Builder config, SSLContext trust) {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    config.ssl(true).sslSocketFactory(trust.getSocketFactory()).sslParameters(parameters);
  }

  private static DefaultJedisClientConfig.Builder config(
      TokenStoreAddress address, Duration limit) {
    Duration wait = limit.compareTo(LONGEST_WAIT) < 0 ? limit : LONGEST_WAIT;
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .resp2()
            .autoNegotiateProtocol(false)
            .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
            .connectionTimeoutMillis((int) wait.toMillis())
            .socketTimeoutMillis((int) wait.toMillis())
            .database(address.database());
    if (!address.password().isEmpty()) {
      config.password(address.password());
    }
    if (!address.user().isEmpty()) {
      config.user(address.user());
    }
    return config;
  }

  void ping() throws RedisException {
    ask(new CommandArguments(Command.PING));
  }

  Optional<String> get(String key) throws RedisException {
    Object reply = ask(new CommandArguments(Command.GET).add(key));
    return reply instanceof byte[] bytes
        ? Optional.of(new String(bytes, StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** Whether nobody held it; then {@code holder} does, for {@code lifetime} at most. */
  boolean lock(String key, String holder, Duration lifetime) throws RedisException {
    return eval(LOCK, List.of(key), holder, String.valueOf(lifetime.toMillis())) != null;
  }

  void release(String key, String holder) throws RedisException {
    eval(RELEASE, List.of(key), holder);
  }

  /**
   * Stores a value, unless another one has stored meanwhile, and gives the lock back.
   *
   * @param seen what was stored when the fetch began; empty when nothing was
   */
  void publish(String key, String lock, String holder, String seen, String value, Duration lifetime)
      throws RedisException {
    String millis = String.valueOf(lifetime.toMillis());
    eval(PUBLISH, List.of(key, lock), holder, value, millis, seen);
  }

  void delete(String key) throws RedisException {
    ask(new CommandArguments(Command.DEL).add(key));
  }

  private Object eval(String script, List<String> keys, String... values) throws RedisException {
    CommandArguments words =
        new CommandArguments(Command.EVAL).add(script).add(String.valueOf(keys.size()));
    keys.forEach(words::add);
    List.of(values).forEach(words::add);
    return ask(words);
  }

  private Object ask(CommandArguments words) throws RedisException {
    return within(address, limit, () -> connection.executeCommand(words));
  }

  /**
   * One question and its answer within a time limit that holds for all of it: looking a name up,
   * trying several addresses, and a server that answers a byte every second.
   */
  private static <T> T within(TokenStoreAddress address, Duration limit, Callable<T> question)
      throws RedisException {
    FutureTask<T> answer = new FutureTask<>(question);
    Thread thread = new Thread(answer, "wxcard redis");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw RedisException.of(e.getCause(), address);
    } catch (TimeoutException e) {
      throw RedisException.of(e, address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of(FailureKind.INTERRUPTED, "interrupted while waiting for Redis", null);
    }
  }

  /** Without a goodbye, which a broken connection could not carry. */
  @Override
  public void close() {
    try {
      connection.forceDisconnect();
    } catch (IOException | RuntimeException alreadyGone) {
      return;
    }
  }

  /** A connection on which no answer is longer than one to us can be. */
  private static final class BoundedReplies extends Connection {
    BoundedReplies(HostAndPort place, JedisClientConfig config) {
      super(place, config);
    }

    @Override
    protected Object protocolRead(RedisInputStream in, PushConsumerChain pushes) {
      return new RespReader(in).read();
    }
  }
}
