package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes one value out of the config file. */
@Command(
    name = "unset",
    description = "Take a value out; its default, if there is one, holds from then on.",
    footer = {
      "",
      "A key that is not set is no error. `wxcard profile remove NAME` takes a whole profile out.",
      "",
      "Example:",
      "  wxcard config unset apiBase --profile shop"
    })
final class ConfigUnsetCommand extends Subcommand {
  @Parameters(
      paramLabel = "KEY",
      completionCandidates = ConfigEntry.KeyCandidates.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  String key;

  @Override
  public Document run() {
    ConfigEntry entry = ConfigEntry.existing(context, key);
    boolean pretended = context.options().dryRun;
    boolean there = pretended ? isThere(entry) : remove(entry);
    String done = pretended ? "would take out " : "took out ";
    return Document.of(
        entry.json().put(pretended ? "would_unset" : "unset", there),
        (there ? done : "not set: ") + entry);
  }

  private boolean isThere(ConfigEntry entry) {
    return entry.key() == ConfigKey.CURRENT
        ? context.settings().profiles().current().isPresent()
        : values().shown(entry.profile().orElseThrow(), entry.key()).isPresent();
  }

  private boolean remove(ConfigEntry entry) {
    return entry.key() == ConfigKey.CURRENT
        ? context.settings().profiles().useNone()
        : values().unset(entry.profile().orElseThrow(), entry.key());
  }

  private ProfileValues values() {
    return new ProfileValues(context.settings().file());
  }
}
