package io.github.wxcard.cli.share;

import picocli.CommandLine.Command;

/** Messages that carry a card. */
@Command(
    name = "message",
    subcommands = {MessageSendCommand.class, MessagePreviewCommand.class, MessageMassCommand.class},
    description = "Send a card in a message: to one user, as a preview, or to many.")
public final class MessageCommand {}
