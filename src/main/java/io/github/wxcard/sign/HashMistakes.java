package io.github.wxcard.sign;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is hashed with anything but plain SHA-1. */
final class HashMistakes {
  static final List<SignatureMistake> ALL =
      List.of(
          hash("MD5"),
          hash("SHA-256"),
          hash("SHA-512"),
          hmac("HmacSHA1"),
          hmac("HmacSHA256"),
          hmac("HmacMD5"),
          SignatureMistake.of(
              "hashed-twice",
              "the digest was hashed once more",
              "Hash the joined text once.",
              input -> input.hashedBy(input.algorithm().twice())));

  private HashMistakes() {}

  private static SignatureMistake hash(String name) {
    return SignatureMistake.of(
        name.toLowerCase(Locale.ROOT).replace("-", ""),
        name + " was used",
        "Use SHA-1, in lower-case hexadecimal.",
        input -> input.hashedBy(DigestAlgorithm.plain(name)));
  }

  /** The secret, which is the first value, as the key; what is hashed has it too or not. */
  private static SignatureMistake hmac(String name) {
    String shown = name.replace("Hmac", "HMAC-");
    return new SignatureMistake(
        shown.toLowerCase(Locale.ROOT),
        shown + " with the secret as its key was used",
        "Use plain SHA-1; the secret is one of the values.",
        input ->
            input.all().stream()
                .limit(1)
                .filter(secret -> !secret.value().isEmpty())
                .flatMap(
                    secret -> {
                      SigningInput keyed =
                          input.hashedBy(DigestAlgorithm.keyed(name, secret.value()));
                      return Stream.of(keyed, keyed.without(secret.name()));
                    }));
  }
}
