package io.github.wxcard.cli.user;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The people who hold cards. */
@Command(name = "user", description = "The people who hold cards.")
public final class UserCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(UserCardsCommand.class);
  }
}
