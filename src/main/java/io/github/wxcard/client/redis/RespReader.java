package io.github.wxcard.client.redis;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.util.RedisInputStream;

/** Reads one answer, in RESP 2, and no more of it than has room: nobody can fill the memory. */
final class RespReader {
  private static final int LONGEST = 256 << 10;
  private static final int DEEPEST = 5;

  private final RedisInputStream in;
  private int left = LONGEST;

  RespReader(RedisInputStream in) {
    this.in = in;
  }

  /** The answer, or a {@link JedisDataException} when it is an error. */
  Object read() {
    return read(0);
  }

  private Object read(int depth) {
    byte kind = next();
    String line = line();
    return switch (kind) {
      case '+' -> line.getBytes(StandardCharsets.UTF_8);
      case '-' -> throw new JedisDataException(line);
      case ':' -> number(line);
      case '$' -> value(number(line));
      case '*' -> list(number(line), depth);
      default -> throw new JedisConnectionException("an answer of an unknown kind");
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
    byte[] value = new byte[room(length)];
    for (int i = 0; i < value.length; i++) {
      value[i] = next();
    }
    line();
    return value;
  }

  private List<Object> list(long length, int depth) {
    if (length == -1) {
      return null;
    }
    if (depth == DEEPEST) {
      throw new JedisConnectionException("an answer of lists in lists");
    }
    int elements = room(length);
    List<Object> list = new ArrayList<>();
    for (int i = 0; i < elements; i++) {
      list.add(read(depth + 1));
    }
    return list;
  }

  private int room(long length) {
    if (length < 0 || length > left) {
      throw new JedisConnectionException("an answer that is too long");
    }
    return (int) length;
  }
}
