package io.github.wxcard.scenario;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One step of a scenario.
 *
 * @param name what results are kept under
 * @param words the command line's words, with references to earlier results
 * @param input what the command finds on its standard input
 * @param expected how it must end
 * @param captures the pointers into its result that get a name of their own
 * @param only the kind of account it is for; empty for every kind
 * @param always whether it runs even after a failure, to tidy up
 */
public record Step(
    String name,
    List<String> words,
    String input,
    Expectations expected,
    Map<String, String> captures,
    Optional<AccountKind> only,
    boolean always) {

  /** The kind of account a step is for. */
  public enum AccountKind {
    SANDBOX,
    ACCOUNT;

    /** The word for it in a file. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<AccountKind> of(String word) {
      return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    boolean fits(boolean sandbox) {
      return (this == SANDBOX) == sandbox;
    }
  }

  /** Everything that must be known before the step can run. */
  public Set<String> needs() {
    Set<String> names = new TreeSet<>();
    words.forEach(word -> names.addAll(References.in(word)));
    names.addAll(References.in(input));
    expected.operands().forEach(operand -> names.addAll(References.in(operand)));
    return names;
  }

  /** Whether a reference such as {@code create.card_id} is to this step's result. */
  boolean isNamedBy(String reference) {
    return reference.startsWith(name + ".");
  }

  /** The same command with nothing expected of it, for a dry run. */
  public Step unchecked() {
    return new Step(name, words, input, Expectations.anything(), Map.of(), only, always);
  }
}
