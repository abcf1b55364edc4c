package io.github.wxcard.sign;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a digest is not the one that the values give: the mistake that makes it, or the two.
 *
 * @param mistakes one or two; none when only the writing of the digest differs
 * @param what a sentence
 * @param fix one or two sentences
 */
public record Diagnosis(List<Mistake> mistakes, String what, String fix) {
  private static final int LIKELIEST = 8;

  /** The digest itself is right but for blanks around it or capitals in it. */
  public static Optional<Diagnosis> ofWriting(Signable signable, String digest) {
    String plain = digest.strip().toLowerCase(Locale.ROOT);
    return signable.signature().digest().equals(plain) && !plain.equals(digest)
        ? Optional.of(
            new Diagnosis(
                List.of(),
                "It is the right digest, but written with capitals or blanks.",
                "Pass it on in lower-case hexadecimal, 40 characters and nothing else."))
        : Optional.empty();
  }

  /** Tries each mistake, then each two together. */
  public static Optional<Diagnosis> of(Signable signable, String digest, List<Mistake> mistakes) {
    String wanted = digest.strip().toLowerCase(Locale.ROOT);
    Draft right = signable.draft();
    return mistakes.stream()
        .filter(mistake -> gives(mistake.variants().apply(right), wanted))
        .findFirst()
        .map(mistake -> of(List.of(mistake)))
        .or(() -> ofTwo(right, wanted, mistakes));
  }

  /** Each two in one order, and the likeliest shapes alone: all of them would take a second. */
  private static Optional<Diagnosis> ofTwo(Draft right, String wanted, List<Mistake> mistakes) {
    for (int i = 0; i < mistakes.size(); i++) {
      for (Mistake second : mistakes.subList(i + 1, mistakes.size())) {
        Mistake first = mistakes.get(i);
        if (gives(likeliest(first, right).flatMap(once -> likeliest(second, once)), wanted)) {
          return Optional.of(of(List.of(first, second)));
        }
      }
    }
    return Optional.empty();
  }

  private static Stream<Draft> likeliest(Mistake mistake, Draft draft) {
    return mistake.variants().apply(draft).limit(LIKELIEST);
  }

  private static boolean gives(Stream<Draft> drafts, String wanted) {
    return drafts.anyMatch(draft -> draft.sign().digest().equals(wanted));
  }

  private static Diagnosis of(List<Mistake> mistakes) {
    return new Diagnosis(
        mistakes,
        mistakes.stream()
            .map(Mistake::what)
            .collect(Collectors.joining(" and ", "That digest comes out when ", ".")),
        mistakes.stream().map(Mistake::fix).distinct().collect(Collectors.joining(" ")));
  }
}
