package io.github.wxcard.cli.member;

import picocli.CommandLine.Command;

/** Member cards: their holders, and the form with which somebody becomes one. */
@Command(
    name = "member",
    subcommands = {
      MemberActivateCommand.class,
      MemberUpdateCommand.class,
      MemberInfoCommand.class,
      MemberFormCommand.class,
      MemberUrlCommand.class,
      MemberFormDataCommand.class
    },
    description = "Member cards: activation, points and stored value, the activation form.")
public final class MemberCommand {}
