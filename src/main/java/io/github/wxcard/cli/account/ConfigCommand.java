package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

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
}
