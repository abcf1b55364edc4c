package io.github.wxcard.batch;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What is known of a line without a call: its flaw, an earlier line's code, an earlier run. */
final class KnownResults {
  private final Journal journal;

  /** The line on which a code stood first. */
  private final CodeIndex firstLines;

  KnownResults(Journal journal, int lines) {
    this.journal = journal;
    this.firstLines = new CodeIndex(lines);
  }

  /** Whether a line that comes now is to be sent. */
  boolean needsCall(InputLine line) {
    return line.flaw().isEmpty()
        && first(line) == line.number()
        && !journal.status(line.number()).isFinal();
  }

  /** Whether the code of a line that comes now will not be done without its turn. */
  boolean isOpen(InputLine line) {
    return line.flaw().isEmpty() && !journal.status(first(line)).isFinal();
  }

  private int first(InputLine line) {
    int first = firstLines.putIfAbsent(line.code(), line.cardId(), line.number());
    if (first == line.number()) {
      journal.recall(line);
    }
    return first;
  }

  /** The result of a line that needed no call, once those before it have theirs. */
  LineResult result(InputLine line) {
    if (line.flaw().isPresent()) {
      return LineResult.unusable(line);
    }
    int first = firstLines.get(line.code(), line.cardId());
    LineStatus status = journal.status(first);
    if (status == LineStatus.NOT_SENT || status == LineStatus.SENT) {
      return LineResult.notSent(line);
    }
    ObjectNode row = journal.row(first);
    if (first != line.number()) {
      row.put("line", line.number()).put("repeats", first);
      return LineResult.of(line, LineStatus.REPEATED, row);
    }
    return status == LineStatus.DONE
        ? LineResult.of(line, LineStatus.ALREADY_DONE, row.put("already_done", true))
        : LineResult.of(line, LineStatus.REFUSED, row.put("already_refused", true));
  }
}
