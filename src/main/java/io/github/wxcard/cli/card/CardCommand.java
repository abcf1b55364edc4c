package io.github.wxcard.cli.card;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Cards that exist. */
@Command(
    name = "card",
    description = {
      "Cards that exist: look at them, change them, delete them.",
      "",
      "`wxcard create` makes a card, `wxcard qrcode` hands it out."
    })
public final class CardCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        CardGetCommand.class,
        CardListCommand.class,
        CardUpdateCommand.class,
        CardStockCommand.class,
        CardDeleteCommand.class,
        CardPaycellCommand.class,
        CardSelfconsumeCommand.class,
        CardColorsCommand.class);
  }
}
