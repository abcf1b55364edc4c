package io.github.wxcard.cli.sign;

import io.github.wxcard.card.Utf8;
import io.github.wxcard.cli.base.Input;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sign.Mistake;
import io.github.wxcard.sign.Nonce;
import io.github.wxcard.sign.Signable;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the four kinds of {@code sign} have in common. */
abstract class SigningCommand<S extends Signable> extends Subcommand<Signed> {
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

  /** What was pasted with {@code --params}; nothing without it. */
  private PastedParameters pasted = new PastedParameters(Map.of(), List.of());

  /** What the parameters to check look like. */
  abstract PastedShape shape();

  /** The digest among the parameters to check; empty when there is none. */
  abstract String pastedDigest(PastedParameters parameters);

  /** A value of the command line, else what was pasted. */
  final String given(String option, String name) {
    return option == null || option.isEmpty() ? pasted.get(name) : option;
  }

  final PastedParameters pasted() {
    return pasted;
  }

  /** Whether another option wants standard input. */
  abstract boolean readsSecret();

  /** What else can be checked once the digest is right. */
  void checkFurther(S values) {}

  /** The values to sign. */
  abstract S signable(String timestamp, String nonce);

  /** The signature in the form that it is passed on. */
  abstract Signed result(S values);

  /** Further slips that what was given on the command line makes possible. */
  List<Mistake> slips(S values) {
    return List.of();
  }

  /** Slips with another secret of the account, when there is an account to ask. */
  List<Mistake> secretSlips() {
    return List.of();
  }

  /** What to look at when no slip explains a digest. */
  abstract String hint();

  @Override
  public final Signed run() {
    if (params != null) {
      paste();
    }
    if (verify != null && (timestamp == null || nonce == null)) {
      throw Failure.of(
          Kind.USAGE,
          "--verify needs the --timestamp and the --nonce that were signed",
          "Give both; --nonce '' when none was signed. Or paste all that the page uses: --params.");
    }
    S values = signable(timestamp == null ? now() : timestamp, nonce == null ? chance() : nonce);
    if (!app.recorded().isEmpty()) {
      return result(values); // A dry run: there is no ticket, so nothing to doubt or to verify.
    }
    values.doubts().forEach(app.console()::warn);
    if (verify != null) {
      new Verification(values, slips(values), this::secretSlips, hint()).check(verify, explain);
      checkFurther(values);
      app.console().say("The digest fits.");
    }
    return result(values);
  }

  final Failure missing(String argument) {
    return Failure.of(
        Kind.USAGE,
        argument + " is missing",
        "See `wxcard sign " + shape().command() + " --help`.");
  }

  private void paste() {
    if (params.equals("-") && readsSecret()) {
      throw Failure.of(
          Kind.USAGE,
          "standard input cannot hold the secret and the parameters",
          "Put the parameters into a file.");
    }
    pasted = PastedParameters.read(Utf8.decode(Input.bytes(app, params), params), shape());
    pasted.warnings().forEach(app.console()::warn);
    timestamp = given(timestamp, "timestamp");
    nonce = given(nonce, shape().nonce());
    verify = verify == null ? pastedDigest(pasted) : verify;
    if (verify.isEmpty()) {
      throw Failure.of(
          Kind.INPUT,
          "there is no digest among the parameters of " + shape().shown(),
          "Paste all of them, or give it with --verify.");
    }
  }

  private String now() {
    return Long.toString(app.environment().clock().instant().getEpochSecond());
  }

  private String chance() {
    return Nonce.of(app.environment().random());
  }
}
