package io.github.wxcard.batch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Which codes have come before and where, in 27 bytes a code however long it is. 128 bits of its
 * SHA-256 stand for a code with its card: that any two of a million differ in text and agree in
 * these has a chance of one in 10^27.
 */
final class Seen {
  private final MessageDigest digest = Spool.sha256();
  private final long[] high;
  private final long[] low;
  private final int[] lines;

  /**
   * @param most how many different codes may come; all room is taken now and never more
   */
  Seen(int most) {
    int slots = Math.toIntExact(Math.max(16, most * 4L / 3 + 1));
    high = new long[slots];
    low = new long[slots];
    lines = new int[slots];
  }

  /** The line on which this line's code stood first: its own number when it is new. */
  int first(Line line) {
    if (line.cardId() != null) {
      digest.update(line.cardId().getBytes(StandardCharsets.UTF_8));
    }
    digest.update((byte) 0);
    ByteBuffer hash = ByteBuffer.wrap(digest.digest(line.code().getBytes(StandardCharsets.UTF_8)));
    return find(hash.getLong(), hash.getLong(), line.number());
  }

  private int find(long one, long two, int number) {
    int slot = (int) Long.remainderUnsigned(one, lines.length);
    while (lines[slot] != 0) {
      if (high[slot] == one && low[slot] == two) {
        return lines[slot];
      }
      slot = slot + 1 == lines.length ? 0 : slot + 1;
    }
    high[slot] = one;
    low[slot] = two;
    lines[slot] = number;
    return number;
  }
}
