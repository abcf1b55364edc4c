package io.github.wxcard.cli.user;

import picocli.CommandLine.Command;

/** The people who hold cards. */
@Command(
    name = "user",
    subcommands = {UserCardsCommand.class},
    description = "The people who hold cards.")
public final class UserCommand {}
