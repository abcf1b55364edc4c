package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one profile without its secret. */
@Command(
    name = "show",
    description = "Show a profile, without its secret.",
    footer = {"", "Example:", "  wxcard profile show shop"})
final class ProfileShowCommand extends Subcommand {
  @Parameters(arity = "0..1", paramLabel = "NAME", description = "Default: the current one.")
  String name;

  @Override
  public ProfileSummary run() {
    Profiles profiles = context.settings().profiles();
    Optional<String> current = profiles.current();
    String wanted =
        Optional.ofNullable(name)
            .or(() -> Optional.ofNullable(context.options().profile))
            .or(() -> current)
            .orElseThrow(
                () ->
                    Failure.of(
                        FailureKind.CONFIG,
                        "no profile is the current one",
                        "Name one, or choose one with `wxcard profile use NAME`."));
    boolean isCurrent = current.filter(wanted::equals).isPresent();
    return wanted.equals(ResolvedAccount.SANDBOX)
        ? ProfileSummary.sandbox(isCurrent)
        : ProfileSummary.of(profiles.named(wanted), isCurrent);
  }
}
