package io.github.wxcard.cli.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The last few refusals of a sandbox, a line each. */
final class LatestRefusals implements Consumer<String> {
  static final int KEPT = 5;

  private final Deque<String> lines = new ArrayDeque<>();
  private int all;

  @Override
  public synchronized void accept(String line) {
    all++;
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }

  /** The oldest first. */
  synchronized List<String> lines() {
    return List.copyOf(lines);
  }

  /** How many there were, those that are not kept among them. */
  synchronized int all() {
    return all;
  }
}
