package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.SimilarNames;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.event.EventKind;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** The names of the events, for completion and for whoever mistypes one. */
final class EventNames implements Iterable<String> {
  private static final List<String> ALL =
      Arrays.stream(EventKind.values()).map(EventKind::wireName).toList();

  @Override
  public Iterator<String> iterator() {
    return ALL.iterator();
  }

  /** The event with this name, or a failure of kind USAGE that guesses which one was meant. */
  static EventKind find(String name) {
    return EventKind.named(name)
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.USAGE,
                    "there is no event '" + name + "'",
                    suggestion(
                        name.toLowerCase(Locale.ROOT), ALL, "`wxcard event list` has all.")));
  }

  /** The known names that a word may have meant, else other advice. */
  static String suggestion(String word, List<String> known, String otherwise) {
    List<String> similar = SimilarNames.to(word, known);
    return similar.isEmpty() ? otherwise : "Did you mean " + String.join(" or ", similar) + "?";
  }
}
