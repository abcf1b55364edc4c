package io.github.wxcard.cli.card;

import picocli.CommandLine.Command;

/** Cards that exist. */
@Command(
    name = "card",
    subcommands = {
      CardGetCommand.class,
      CardListCommand.class,
      CardUpdateCommand.class,
      CardStockCommand.class,
      CardDeleteCommand.class,
      CardPaycellCommand.class,
      CardSelfconsumeCommand.class,
      CardColorsCommand.class
    },
    description = {
      "Cards that exist: look at them, change them, delete them.",
      "",
      "`wxcard create` makes a card, `wxcard qrcode` hands it out."
    })
public final class CardCommand {}
