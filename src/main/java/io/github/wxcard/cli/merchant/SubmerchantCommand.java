package io.github.wxcard.cli.merchant;

import picocli.CommandLine.Command;

/** Merchants on whose behalf the account issues cards. */
@Command(
    name = "submerchant",
    subcommands = {
      SubmerchantSubmitCommand.class,
      SubmerchantUpdateCommand.class,
      SubmerchantGetCommand.class,
      SubmerchantListCommand.class,
      SubmerchantCategoriesCommand.class
    },
    description = "Merchants on whose behalf a third party issues cards.")
public final class SubmerchantCommand {}
