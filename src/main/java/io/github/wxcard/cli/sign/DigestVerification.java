package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.sign.Signable;
import io.github.wxcard.sign.SignatureDiagnosis;
import io.github.wxcard.sign.SignatureMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Holds a digest that somebody else made against the right one.
 *
 * @param known mistakes that can be tried with what was given
 * @param secrets mistakes that need another secret of the account, asked for only when nothing else
 *     fits
 * @param hint what to look at when nothing fits at all
 */
record DigestVerification(
    Signable signable,
    List<SignatureMistake> known,
    Supplier<List<SignatureMistake>> secrets,
    String hint) {

  /** Returns when the digest is right, else throws a failure of kind REFUSED. */
  void check(String digest, boolean explained) {
    if (!signable.signature().digest().equals(digest)) {
      throw refusal(digest, explained);
    }
  }

  /** Why a digest that is not the right one is not. */
  Failure refusal(String digest, boolean explained) {
    Optional<SignatureDiagnosis> found = diagnosis(digest);
    String right = signable.signature().digest();
    Failure failure =
        Failure.of(
                FailureKind.REFUSED,
                "the digest does not fit",
                found
                    .map(SignatureDiagnosis::fix)
                    .orElse(hint + " --explain shows what was signed here."))
            .meaning(found.map(SignatureDiagnosis::what).orElseGet(() -> unexplained(digest)));
    failure.detail("given: " + digest).detail("right: " + right);
    if (explained) {
      signable.signature().signed().forEach(value -> failure.detail("signed: " + value));
      failure.detail("joined: " + signable.signature().joined());
    }
    ArrayNode mistakes = Json.array();
    found.ifPresent(
        diagnosis -> diagnosis.mistakes().forEach(mistake -> mistakes.add(mistake.name())));
    return failure.extra("digest", TextNode.valueOf(right)).extra("mistakes", mistakes);
  }

  private static String unexplained(String digest) {
    return "None of the usual slips makes that digest out of these values."
        + SignatureDiagnosis.ofLength(digest).map(length -> " " + length).orElse("");
  }

  private Optional<SignatureDiagnosis> diagnosis(String digest) {
    List<SignatureMistake> mistakes = new ArrayList<>(signable.mistakes());
    mistakes.addAll(known);
    return SignatureDiagnosis.ofWriting(signable, digest)
        .or(() -> SignatureDiagnosis.of(signable, digest, mistakes))
        .or(
            () -> {
              mistakes.addAll(0, secrets.get());
              return SignatureDiagnosis.of(signable, digest, mistakes);
            });
  }
}
