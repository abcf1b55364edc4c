package io.github.wxcard.cli.event;

import picocli.CommandLine.Command;

/** What WeChat pushes to a merchant's server: looked up, decrypted, received and played. */
@Command(
    name = "event",
    subcommands = {
      EventListCommand.class,
      EventDecryptCommand.class,
      EventListenCommand.class,
      EventTriggerCommand.class
    },
    description = {
      "The events that WeChat pushes to the account's callback address: what they say, how to read",
      "an encrypted one, a server that receives them, and pushes to test your own server with."
    })
public final class EventCommand {}
