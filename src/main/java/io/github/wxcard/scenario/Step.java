package io.github.wxcard.scenario;

import java.util.List;
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
 * @param where the kind of account it is for; empty for every kind
 * @param always whether it runs even after a failure, to tidy up
 */
public record Step(
    String name,
    List<String> words,
    String input,
    Expected expected,
    Map<String, String> captures,
    Optional<Where> where,
    boolean always) {

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
    return new Step(name, words, input, Expected.anything(), Map.of(), where, always);
  }
}
