package io.github.wxcard.cli.base;

import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.CommandResult;

/** A command that asks WeChat, or the sandbox in its place, for something. */
public abstract class ApiCommand extends Subcommand {
  public abstract CommandResult call(WeChat weChat);

  @Override
  public CommandResult run() {
    return call(context.weChat());
  }
}
