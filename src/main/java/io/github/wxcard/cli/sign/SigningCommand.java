package io.github.wxcard.cli.sign;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.sign.Mistake;
import io.github.wxcard.sign.Nonce;
import io.github.wxcard.sign.Signable;
import java.util.List;
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
    if (verify != null && (timestamp == null || nonce == null)) {
      throw Failure.of(
          Kind.USAGE,
          "--verify needs the --timestamp and the --nonce that were signed",
          "Give both; --nonce '' when none was signed.");
    }
    S values = signable(timestamp == null ? now() : timestamp, nonce == null ? chance() : nonce);
    if (!app.recorded().isEmpty()) {
      return result(values); // A dry run: there is no ticket, so nothing to doubt or to verify.
    }
    values.doubts().forEach(app.console()::warn);
    if (verify != null) {
      new Verification(values, slips(values), this::secretSlips, hint()).check(verify, explain);
      app.console().say("The digest fits.");
    }
    return result(values);
  }

  private String now() {
    return Long.toString(app.environment().clock().instant().getEpochSecond());
  }

  private String chance() {
    return Nonce.of(app.environment().random());
  }
}
