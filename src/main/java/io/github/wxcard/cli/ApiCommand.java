package io.github.wxcard.cli;

import io.github.wxcard.client.WeChat;
import io.github.wxcard.output.Result;

/** A command that asks WeChat, or the sandbox in its place, for something. */
abstract class ApiCommand<R extends Result> extends Subcommand<R> {
  abstract R call(WeChat weChat);

  @Override
  final R run() {
    return call(app.weChat());
  }
}
