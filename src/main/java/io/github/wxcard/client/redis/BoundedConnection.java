package io.github.wxcard.client.redis;

import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.PushConsumerChain;
import redis.clients.jedis.util.RedisInputStream;

/** A connection on which no answer is longer than one to us can be. */
final class BoundedConnection extends Connection {
  BoundedConnection(HostAndPort place, JedisClientConfig config) {
    super(place, config);
  }

  @Override
  protected Object protocolRead(RedisInputStream in, PushConsumerChain pushes) {
    return new RespReader(in).read();
  }
}
