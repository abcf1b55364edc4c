package io.github.wxcard.cli.share;

import picocli.CommandLine.Command;

/** Landing pages, on which a merchant lays out several cards. */
@Command(
    name = "page",
    subcommands = PageCreateCommand.class,
    description = "Pages in WeChat on which several cards are laid out to be claimed.")
public final class PageCommand {}
