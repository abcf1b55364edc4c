package io.github.wxcard.sign;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a digest is not the one that the values give: the mistake that makes it, or the two.
 *
 * @param mistakes one or two of the making, and any of the writing
 * @param what a sentence
 * @param fix one or two sentences
 */
public record SignatureDiagnosis(List<SignatureMistake> mistakes, String what, String fix) {
  private static final int LIKELIEST = 8;

  /** The digest itself is right, but written otherwise than in lower-case hexadecimal. */
  public static Optional<SignatureDiagnosis> ofWriting(Signable signable, String digest) {
    DigestText text = DigestText.of(digest);
    boolean right = signable.signature().digest().equals(text.hex());
    return right && !text.mistakes().isEmpty()
        ? Optional.of(of("It is the right digest, but ", text.mistakes()))
        : Optional.empty();
  }

  /** Tries each mistake, then each two together; how the digest is written counts as well. */
  public static Optional<SignatureDiagnosis> of(
      Signable signable, String digest, List<SignatureMistake> mistakes) {
    DigestText text = DigestText.of(digest);
    SigningInput right = signable.input();
    return mistakes.stream()
        .filter(mistake -> gives(mistake.variants().apply(right), text.hex()))
        .findFirst()
        .map(List::of)
        .or(() -> ofTwo(right, text.hex(), mistakes))
        .map(found -> Stream.concat(found.stream(), text.mistakes().stream()).toList())
        .map(all -> of("That digest comes out when ", all));
  }

  /** What the length alone says about a digest that nothing explains; empty for a SHA-1 one's. */
  public static Optional<String> ofLength(String digest) {
    return DigestText.of(digest).wrongLength();
  }

  /** Each two in one order, and the likeliest shapes alone: all of them would take a second. */
  private static Optional<List<SignatureMistake>> ofTwo(
      SigningInput right, String wanted, List<SignatureMistake> mistakes) {
    for (int i = 0; i < mistakes.size(); i++) {
      for (SignatureMistake second : mistakes.subList(i + 1, mistakes.size())) {
        SignatureMistake first = mistakes.get(i);
        if (gives(likeliest(first, right).flatMap(once -> likeliest(second, once)), wanted)) {
          return Optional.of(List.of(first, second));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<SigningInput> likeliest(SignatureMistake mistake, SigningInput input) {
    return mistake.variants().apply(input).limit(LIKELIEST);
  }

  private static boolean gives(Stream<SigningInput> inputs, String wanted) {
    return inputs.anyMatch(input -> input.sign().digest().equals(wanted));
  }

  private static SignatureDiagnosis of(String beginning, List<SignatureMistake> mistakes) {
    return new SignatureDiagnosis(
        mistakes,
        mistakes.stream()
            .map(SignatureMistake::what)
            .collect(Collectors.joining(" and ", beginning, ".")),
        mistakes.stream().map(SignatureMistake::fix).distinct().collect(Collectors.joining(" ")));
  }
}
