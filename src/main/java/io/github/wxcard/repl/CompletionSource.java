package io.github.wxcard.repl;

import java.util.List;
import java.util.Set;

/** Knows the commands and their options, and the values of the account. */
@FunctionalInterface
public interface CompletionSource {
  /**
   * Tells what fits next.
   *
   * @param before the finished words of the line
   * @param beginning what has been typed of the next one, perhaps nothing
   */
  Completions after(List<String> before, String beginning);

  /**
   * The account's values of one kind; it answers soon or not at all, and never fails.
   *
   * @param seen what earlier results said, such as whose cards may be looked at
   */
  default List<String> values(ValueKind kind, ResultVariables seen) {
    return List.of();
  }

  /** What may be typed next at one place of a line: certain words, and values of certain kinds. */
  record Completions(List<Item> words, Set<ValueKind> values) {
    public static final Completions NOTHING = new Completions(List.of(), Set.of());

    /**
     * A word.
     *
     * @param description a few words shown beside it; may be empty
     */
    public record Item(String value, String description) {}
  }

  /** Kinds of arguments whose values are known only while the program runs. */
  enum ValueKind {
    FILE(""),
    CARD_ID("card_id"),
    CODE("code"),
    TICKET("ticket"),
    URL("url"),
    OPENID("openid");

    private final String key;

    ValueKind(String key) {
      this.key = key;
    }

    /** The key under which results name such a value; empty for files. */
    public String key() {
      return key;
    }
  }
}
