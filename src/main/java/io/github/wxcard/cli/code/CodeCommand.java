package io.github.wxcard.cli.code;

import picocli.CommandLine.Command;

/** Codes, the single vouchers that people hold. */
@Command(
    name = "code",
    subcommands = {CodeGetCommand.class, CodeDecryptCommand.class, CodeUpdateCommand.class},
    description = {
      "Codes, the single vouchers that people hold: look one up, decrypt it, change it.",
      "",
      "`wxcard consume` redeems a code."
    })
public final class CodeCommand {}
