package io.github.wxcard.cli.event;

import io.github.wxcard.cli.base.CommandGroup;
import java.util.List;
import picocli.CommandLine.Command;

/** What WeChat pushes to a merchant's server: looked up, decrypted, received and played. */
@Command(
    name = "event",
    description = {
      "What WeChat pushes to the account's callback address: list, decrypt, receive, send.",
      "",
      "`listen` is a server that receives pushes; `trigger` sends one to your own server, and",
      "`check` asks it for the echostr as the console does."
    })
public final class EventCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        EventListCommand.class,
        EventDecryptCommand.class,
        EventListenCommand.class,
        EventTriggerCommand.class,
        EventCheckCommand.class);
  }
}
