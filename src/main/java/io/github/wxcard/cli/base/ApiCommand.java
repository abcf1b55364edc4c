package io.github.wxcard.cli.base;

import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.Result;

/** A command that asks WeChat, or the sandbox in its place, for something. */
public abstract class ApiCommand<R extends Result> extends Subcommand<R> {
  public abstract R call(WeChat weChat);

  @Override
  public R run() {
    return call(app.weChat());
  }
}
