package io.github.wxcard.batch;

import io.github.wxcard.text.Digests;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A number under each code, in 27 bytes a code however long it is. 128 bits of its SHA-256 stand
 * for a code with its card: that any two of a million differ in text and agree in these has a
 * chance of one in 10^27.
 */
final class CodeIndex {
  private final MessageDigest digest = Digests.sha256();
  private long[] high;
  private long[] low;
  private int[] values;
  private int used;

  /**
   * @param expected how many codes fit in before the table must grow
   */
  CodeIndex(int expected) {
    allocate(Math.toIntExact(Math.max(16, expected * 4L / 3 + 1)));
  }

  /** The number under a code; 0 when there is none. */
  int get(String code, String cardId) {
    ByteBuffer hash = hash(code, cardId);
    return values[slot(hash.getLong(), hash.getLong())];
  }

  /** Puts another number than 0 under a code. */
  void put(String code, String cardId, int value) {
    ByteBuffer hash = hash(code, cardId);
    put(hash.getLong(), hash.getLong(), value);
  }

  /** The number under a code, which is the given one when there was none. */
  int putIfAbsent(String code, String cardId, int value) {
    ByteBuffer hash = hash(code, cardId);
    long one = hash.getLong();
    long two = hash.getLong();
    int known = values[slot(one, two)];
    if (known == 0) {
      put(one, two, value);
    }
    return known == 0 ? value : known;
  }

  private void put(long one, long two, int value) {
    int slot = slot(one, two);
    used += values[slot] == 0 ? 1 : 0;
    high[slot] = one;
    low[slot] = two;
    values[slot] = value;
    if (used > values.length - values.length / 8) {
      grow();
    }
  }

  private ByteBuffer hash(String code, String cardId) {
    if (cardId != null) {
      digest.update(cardId.getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) 0);
    return ByteBuffer.wrap(digest.digest(code.getBytes(StandardCharsets.UTF_8)));
  }

  /** Where a code is, or where it would be. */
  private int slot(long one, long two) {
    int slot = (int) Long.remainderUnsigned(one, values.length);
    while (values[slot] != 0 && (high[slot] != one || low[slot] != two)) {
      slot = slot + 1 == values.length ? 0 : slot + 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldHigh = high;
    long[] oldLow = low;
    int[] oldValues = values;
    allocate(Math.toIntExact(values.length * 2L));
    for (int i = 0; i < oldValues.length; i++) {
      if (oldValues[i] != 0) {
        put(oldHigh[i], oldLow[i], oldValues[i]);
      }
    }
  }

  private void allocate(int slots) {
    high = new long[slots];
    low = new long[slots];
    values = new int[slots];
    used = 0;
  }
}
