package io.github.wxcard.sign;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A usual way to get a signature wrong.
 *
 * @param name a short constant for scripts, such as {@code jsapi-ticket}
 * @param what what was done, as the start of a sentence: "the jsapi ticket was signed"
 * @param fix what to do instead, a whole sentence
 * @param variants the right input in, the wrong ones that this mistake may make of it out
 */
public record SignatureMistake(
    String name, String what, String fix, Function<SigningInput, Stream<SigningInput>> variants) {

  static SignatureMistake of(
      String name, String what, String fix, UnaryOperator<SigningInput> mistake) {
    return new SignatureMistake(name, what, fix, input -> Stream.of(mistake.apply(input)));
  }

  static SignatureMistake joined(
      String name, List<Canonicalization> canonicalizations, String what, String fix) {
    return new SignatureMistake(
        name, what, fix, input -> canonicalizations.stream().map(input::joinedBy));
  }

  static SignatureMistake leftOut(String part, String fix) {
    return of("no-" + dashed(part), part + " was left out", fix, input -> input.without(part));
  }

  static SignatureMistake joined(
      String name, Canonicalization canonicalization, String what, String fix) {
    return of(name, what, fix, input -> input.joinedBy(canonicalization));
  }

  /** Something that takes no part was signed too; known only to the one who asks. */
  public static SignatureMistake alsoSigned(String part, String value) {
    return of(
        "with-" + dashed(part),
        part + " was signed too",
        "Leave " + part + " out of the signature.",
        input -> input.add(part, value));
  }

  /**
   * Another secret took the ticket's place; known only to the one who asks.
   *
   * @param what the other secret, such as "the jsapi ticket"
   * @param right the one that belongs there, such as "the wx_card ticket"
   */
  public static SignatureMistake otherSecret(String name, String what, String right, String value) {
    return of(
        name,
        what + " was signed",
        "Sign with " + right + ".",
        input ->
            input.parts().stream()
                .findFirst()
                .map(secret -> input.change(secret.name(), old -> value))
                .orElse(input));
  }

  private static String dashed(String part) {
    return part.replace('_', '-');
  }
}
