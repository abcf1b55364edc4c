package io.github.wxcard.cli.account;

import picocli.CommandLine.Command;

/** The accounts that are written down. */
@Command(
    name = "profile",
    description = "List, choose, show and remove the accounts that login wrote down.",
    subcommands = {
      ProfileListCommand.class,
      ProfileUseCommand.class,
      ProfileShowCommand.class,
      ProfileRemoveCommand.class
    })
public final class ProfileCommand {}
