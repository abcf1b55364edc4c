package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.Result;

/** A command that works a sandbox's controls, and never reaches a real account. */
abstract class SandboxVerb<R extends Result> extends Subcommand<R> {
  abstract R call(SandboxApi sandbox);

  @Override
  public final R run() {
    app.aimAtSandbox();
    return call(app.weChat().sandbox());
  }
}
