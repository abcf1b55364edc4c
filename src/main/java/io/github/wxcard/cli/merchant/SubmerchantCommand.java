package io.github.wxcard.cli.merchant;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Merchants on whose behalf the account issues cards. */
@Command(
    name = "submerchant",
    description = "Merchants on whose behalf a third party issues cards.")
public final class SubmerchantCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SubmerchantSubmitCommand.class,
        SubmerchantUpdateCommand.class,
        SubmerchantGetCommand.class,
        SubmerchantListCommand.class,
        SubmerchantCategoriesCommand.class);
  }
}
