package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.output.CommandResult;

/** A command that works a sandbox's controls, and never reaches a real account. */
abstract class SandboxVerb extends Subcommand {
  abstract CommandResult call(SandboxApi sandbox);

  @Override
  public final CommandResult run() {
    context.aimAtSandbox();
    return call(context.weChat().sandbox());
  }
}
