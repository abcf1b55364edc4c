package io.github.wxcard.trust;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Makes inputs of other inputs: cut, crossed, repeated, and with bytes that mean something. */
final class Mutator {
  private static final int LONGEST = 16 << 10;

  private static final List<byte[]> WORDS =
      List.of(
          bytes("{"),
          bytes("["),
          bytes("}]"),
          bytes("\""),
          bytes("\\u"),
          bytes("\\ud800"),
          bytes("1e999999999"),
          bytes("-9223372036854775809"),
          bytes("null"),
          bytes("/*"),
          bytes("<![CDATA["),
          bytes("]]>"),
          bytes("<!DOCTYPE a ["),
          bytes("&a;"),
          bytes("<a>"),
          bytes("\r\n"),
          bytes("\r\n\r\n"),
          bytes("Content-Length: 1\r\n"),
          bytes("Transfer-Encoding: chunked\r\n"),
          bytes("%00"),
          bytes("\u001b[2J"),
          bytes("\u009b31m"),
          bytes("\u202e"),
          bytes("\ufeff"),
          new byte[] {0},
          new byte[] {(byte) 0xc0, (byte) 0x80},
          new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
          new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff});

  private final List<byte[]> seeds;
  private final Random random;

  Mutator(List<byte[]> seeds, Random random) {
    this.seeds = seeds;
    this.random = random;
  }

  byte[] next() {
    byte[] input = seed();
    for (int times = 1 + random.nextInt(4); times > 0; times--) {
      input = changed(input);
    }
    return input.length <= LONGEST ? input : part(input, 0, LONGEST);
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + random.nextInt(Math.max(1, input.length / 4) + 8));
    return switch (random.nextInt(6)) {
      case 0 -> flipped(input, from);
      case 1 -> joined(part(input, 0, from), part(input, to, input.length));
      case 2 -> joined(part(input, 0, from), word(), part(input, from, input.length));
      case 3 -> joined(part(input, 0, from), word(), part(input, to, input.length));
      case 4 -> repeated(input, from, to);
      default -> crossed(part(input, 0, from), seed());
    };
  }

  private byte[] flipped(byte[] input, int at) {
    byte[] changed = input.clone();
    if (at < changed.length) {
      changed[at] = (byte) random.nextInt(256);
    }
    return changed;
  }

  private byte[] repeated(byte[] input, int from, int to) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(input, 0, from);
    for (int times = 1 + random.nextInt(50); times > 0 && all.size() < LONGEST; times--) {
      all.write(input, from, to - from);
    }
    all.write(input, to, input.length - to);
    return all.toByteArray();
  }

  private byte[] crossed(byte[] start, byte[] other) {
    return joined(start, part(other, random.nextInt(other.length + 1), other.length));
  }

  private byte[] seed() {
    return seeds.get(random.nextInt(seeds.size()));
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size()));
  }

  private static byte[] part(byte[] input, int from, int to) {
    return Arrays.copyOfRange(input, from, to);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
