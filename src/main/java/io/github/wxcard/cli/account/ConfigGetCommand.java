package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one value of the config file. */
@Command(
    name = "get",
    description = "Print a value; a secret as ***, so that it can be seen whether there is one.",
    footer = {
      "",
      "A key that is not set is exit 7.",
      "",
      "Examples:",
      "  wxcard config get apiBase",
      "  wxcard config get secret --profile shop"
    })
final class ConfigGetCommand extends Subcommand {
  @Parameters(
      paramLabel = "KEY",
      completionCandidates = ConfigEntry.KeyCandidates.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  String key;

  @Override
  public Document run() {
    ConfigEntry entry = ConfigEntry.existing(context, key);
    return value(entry)
        .map(value -> Document.of(entry.json().put("value", value), value))
        .orElseThrow(
            () ->
                Failure.of(
                    FailureKind.CONFIG,
                    "there is no " + entry,
                    "`wxcard config set " + entry.key().path() + "` writes it down."));
  }

  private Optional<String> value(ConfigEntry entry) {
    return entry.key() == ConfigKey.CURRENT
        ? context.settings().profiles().current()
        : new ProfileValues(context.settings().file())
            .shown(entry.profile().orElseThrow(), entry.key());
  }
}
