package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The config file, a key at a time. */
@Command(
    name = "config",
    description = {
      "Show and change what is in the config file, without an editor.",
      "",
      "A key is named as in the file: current, and of a profile appId, secret, apiBase, mpBase,",
      "tokenStore, callback.token and callback.encodingAesKey. The profile is that of --profile,",
      "else of WXCARD_PROFILE, else the current one; profiles.NAME.KEY names both. `wxcard help",
      "config` tells what each is for."
    })
public final class ConfigCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        ConfigListCommand.class,
        ConfigGetCommand.class,
        ConfigSetCommand.class,
        ConfigUnsetCommand.class);
  }

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
  static final class ConfigGetCommand extends Subcommand {
    @Parameters(
        paramLabel = "KEY",
        completionCandidates = ConfigEntry.KeyCandidates.class,
        description = "One of: ${COMPLETION-CANDIDATES}.")
    String key;

    @Override
    public Document run() {
      ConfigEntry entry = ConfigEntry.existing(context, key);
      return entry
          .shown(context)
          .map(value -> Document.of(entry.json().put("value", value), value))
          .orElseThrow(
              () ->
                  Failure.of(
                      FailureKind.CONFIG,
                      "there is no " + entry,
                      "`wxcard config set " + entry.key().path() + "` writes it down."));
    }
  }

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
  static final class ConfigUnsetCommand extends Subcommand {
    @Parameters(
        paramLabel = "KEY",
        completionCandidates = ConfigEntry.KeyCandidates.class,
        description = "One of: ${COMPLETION-CANDIDATES}.")
    String key;

    @Override
    public Document run() {
      ConfigEntry entry = ConfigEntry.existing(context, key);
      boolean pretended = context.options().dryRun;
      boolean there = pretended ? entry.shown(context).isPresent() : remove(entry);
      String done = pretended ? "would take out " : "took out ";
      return Document.of(
          entry.json().put(pretended ? "would_unset" : "unset", there),
          (there ? done : "not set: ") + entry);
    }

    private boolean remove(ConfigEntry entry) {
      return entry.key() == ConfigKey.CURRENT
          ? context.settings().profiles().useNone()
          : new ProfileValues(context.settings().file())
              .unset(entry.profile().orElseThrow(), entry.key());
    }
  }
}
