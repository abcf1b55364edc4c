package io.github.wxcard.cli.share;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Landing pages, on which a merchant lays out several cards. */
@Command(
    name = "page",
    description = "Pages in WeChat on which several cards are laid out to be claimed.")
public final class PageCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(PageCreateCommand.class);
  }
}
