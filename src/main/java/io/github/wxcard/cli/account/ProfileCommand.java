package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The accounts that are written down. */
@Command(
    name = "profile",
    description = "List, choose, show and remove the accounts that login wrote down.")
public final class ProfileCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        ProfileListCommand.class,
        ProfileUseCommand.class,
        ProfileShowCommand.class,
        ProfileRemoveCommand.class);
  }
}
