package io.github.wxcard.cli.code;

import picocli.CommandLine.Command;

/** Codes, one at a time or many at once. */
@Command(
    name = "code",
    subcommands = {
      CodeDepositCommand.class,
      CodeCheckCommand.class,
      CodeCountCommand.class,
      CodeVoidCommand.class
    },
    description = "Import codes, count them, and make them void.")
public final class CodeCommand {}
