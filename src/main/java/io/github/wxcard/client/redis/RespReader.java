package io.github.wxcard.client.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.RedisInputStream;

/** Reads one value, in RESP 2, and no more of it than has room: nobody can fill the memory. */
final class RespReader {
  private static final int LONGEST = 256 << 10;

  private final RedisInputStream in;
  private int left = LONGEST;

  RespReader(RedisInputStream in) {
    this.in = in;
  }

  /** The answer, or a {@link JedisDataException} when it is an error. */
  Object read() {
    byte kind = next();
    String line = line();
    return switch (kind) {
      case '+' -> line.getBytes(StandardCharsets.UTF_8);
      case '-' -> throw new JedisDataException(line);
      case ':' -> number(line);
      case '$' -> value(number(line));
      default -> throw new JedisConnectionException("an answer of a kind that nothing asks for");
    };
  }

  private byte next() {
    if (left-- == 0) {
      throw new JedisConnectionException("an answer that is too long");
    }
    return in.readByte();
  }

  private String line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (byte next = next(); next != '\n'; next = next()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  private static long number(String line) {
    try {
      return Long.parseLong(line);
    } catch (NumberFormatException e) {
      throw new JedisConnectionException("a number that is none", e);
    }
  }

  private byte[] value(long length) {
    if (length == -1) {
      return null;
    }
    if (length < 0 || length > left) {
      throw new JedisConnectionException("an answer that is too long");
    }
    byte[] value = new byte[(int) length];
    for (int i = 0; i < value.length; i++) {
      value[i] = next();
    }
    line();
    return value;
  }
}
