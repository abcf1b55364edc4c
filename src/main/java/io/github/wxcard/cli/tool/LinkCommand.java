package io.github.wxcard.cli.tool;

import picocli.CommandLine.Command;

/** The links that WeChat opens from a card. */
@Command(
    name = "link",
    subcommands = {LinkBuildCommand.class, LinkParseCommand.class},
    description = "Build and read the links that WeChat opens from a card's custom entries.",
    footer = {
      "",
      "WeChat adds encrypt_code, card_id, openid and, for member cards, outer_str to the address"
          + " of",
      "an entry. Nothing signs them: ask for the code with --decrypt before you trust one."
    })
public final class LinkCommand {}
