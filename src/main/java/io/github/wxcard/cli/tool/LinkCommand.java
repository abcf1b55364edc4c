package io.github.wxcard.cli.tool;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The links that WeChat opens from a card. */
@Command(
    name = "link",
    description = "Build and read the links that WeChat opens from a card's custom entries.",
    footer = {
      "",
      "WeChat adds encrypt_code, card_id, openid and, for member cards, outer_str to the address"
          + " of",
      "an entry. Nothing signs them: ask for the code with --decrypt before you trust one."
    })
public final class LinkCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(LinkBuildCommand.class, LinkParseCommand.class);
  }
}
