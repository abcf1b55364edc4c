package io.github.wxcard.cli.platform;

import picocli.CommandLine.Command;

/** How often the account may call. */
@Command(
    name = "quota",
    subcommands = QuotaClearCommand.class,
    description = "The daily counters of the account's calls.")
public final class QuotaCommand {}
