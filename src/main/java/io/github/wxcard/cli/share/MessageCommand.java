package io.github.wxcard.cli.share;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** Messages that carry a card. */
@Command(
    name = "message",
    description = "Send a card in a message: to one user, as a preview, or to many.")
public final class MessageCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(MessageSendCommand.class, MessagePreviewCommand.class, MessageMassCommand.class);
  }
}
