package io.github.wxcard.cli.sign;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.Nonce;
import io.github.wxcard.sign.Signable;
import io.github.wxcard.sign.SignatureMistake;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** What the four kinds of {@code sign} have in common. */
abstract class SigningCommand<S extends Signable> extends Subcommand {
  @Option(
      names = "--app-id",
      paramLabel = "APPID",
      description = "The account's AppID, where it matters; needed only with a ticket piped in.")
  String appId;

  @Option(
      names = "--timestamp",
      paramLabel = "SECONDS",
      description = "Signed as given; now when omitted, left out when empty.")
  String timestamp;

  @Option(
      names = "--nonce",
      paramLabel = "TEXT",
      description = "Signed as given; made up when omitted, left out when empty.")
  String nonce;

  @Option(
      names = "--explain",
      description =
          "Print below the result the sorted values, the joined text and the digest, each on its"
              + " line.")
  boolean explain;

  @Option(
      names = "--verify",
      paramLabel = "DIGEST",
      description =
          "Compare with this digest: exit 0, or 5 and the slip that makes it. Needs the"
              + " --timestamp and --nonce that were signed.")
  String verify;

  @Option(
      names = "--params",
      paramLabel = "FILE",
      description =
          "Check the parameters that a page or request uses, its digest among them: JSON or"
              + " JavaScript; - reads standard input.")
  String params;

  /** Names of which it was said that the command line's value counts. */
  private final Set<String> told = new HashSet<>();

  /** What the parameters to check look like. */
  final PastedFormat format;

  SigningCommand(PastedFormat format) {
    this.format = format;
  }

  /** The digest among the parameters to check; empty when there is none. */
  String pastedDigest(PastedParameters parameters) {
    return parameters.get(format.digest());
  }

  /** A value of the command line, else what was pasted. */
  final String given(String option, PastedParameters pasted, String name) {
    String value = pasted.get(name);
    if (option == null || option.isEmpty()) {
      return value;
    }
    if (!value.isEmpty() && !value.equals(option) && told.add(name)) {
      context.console().warn(name + " of the command line is checked, not that of the parameters");
    }
    return option;
  }

  /** Whether another option wants standard input. */
  abstract boolean readsSecret();

  /** What must be right although the digest fits. */
  void checkAlone(S values) {}

  /** What else can be checked once the digest is right. */
  void checkFurther(S values, PastedParameters pasted) {}

  /** The values to sign. */
  abstract S signable(PastedParameters pasted, String timestamp, String nonce);

  /** The signature in the form that it is passed on. */
  abstract SignatureResult result(S values, PastedParameters pasted);

  /** Further mistakes that what was given on the command line makes possible. */
  List<SignatureMistake> mistakes(S values, PastedParameters pasted) {
    return List.of();
  }

  /** Mistakes with another secret of the account, when there is an account to ask. */
  List<SignatureMistake> mistakesWithOtherSecrets() {
    return List.of();
  }

  /** Why the page would fail beside its digest, as far as its kind tells. */
  List<PageFailureCause> causes(PastedParameters pasted) {
    return List.of();
  }

  /** How to call one of several that are checked together. */
  String label(S values) {
    return "";
  }

  /** What to look at when no mistake explains a digest. */
  abstract String hint();

  @Override
  public final Result run() {
    if (params != null) {
      if (params.equals("-") && readsSecret()) {
        throw Failure.of(
            FailureKind.USAGE,
            "standard input cannot hold the secret and the parameters",
            "Put the parameters into a file.");
      }
      return new PastedVerification<>(this).run();
    }
    if (verify != null && (timestamp == null || nonce == null)) {
      throw Failure.of(
          FailureKind.USAGE,
          "--verify needs the --timestamp and the --nonce that were signed",
          "Give both; --nonce '' when none was signed. Or paste all that the page uses: --params.");
    }
    S values =
        signable(
            PastedParameters.NONE,
            timestamp == null ? now() : timestamp,
            nonce == null ? chance() : nonce);
    if (!context.recorded().isEmpty()) {
      return result(values, PastedParameters.NONE); // A dry run: there is no ticket to doubt.
    }
    values.warnings().forEach(context.console()::warn);
    if (verify != null) {
      verification(values, PastedParameters.NONE).check(verify, explain);
      checkAlone(values);
      context.console().say("The digest fits.");
    }
    return result(values, PastedParameters.NONE);
  }

  final Failure missing(String argument) {
    return Failure.of(
        FailureKind.USAGE,
        argument + " is missing",
        "See `wxcard sign " + format.command() + " --help`.");
  }

  final DigestVerification verification(S values, PastedParameters pasted) {
    return new DigestVerification(
        values, mistakes(values, pasted), this::mistakesWithOtherSecrets, hint());
  }

  private String now() {
    return Long.toString(context.environment().clock().instant().getEpochSecond());
  }

  private String chance() {
    return Nonce.of(context.environment().random());
  }
}
