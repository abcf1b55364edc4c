package io.github.wxcard.cli.sign;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** The four signatures. */
@Command(
    name = "sign",
    description =
        "Sign what pages and callbacks need, exactly as given, and say what is wrong with a"
            + " signature.",
    footer = {
      "",
      "card and choose are signed with the wx_card ticket, page with the jsapi ticket, callback"
          + " with",
      "the Token of the console. --explain shows how a digest comes about; --verify compares it"
          + " with",
      "one of yours and names the slip that makes the difference, --params all that a page passes"
          + " on."
    })
public final class SignCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        SignCardCommand.class,
        SignChooseCommand.class,
        SignPageCommand.class,
        SignCallbackCommand.class);
  }
}
