package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.error.Failure;
import io.github.wxcard.output.Result;
import java.util.Set;

/** A command that works a sandbox's controls, and never reaches a real account. */
abstract class SandboxVerb<R extends Result> extends Subcommand<R> {
  /** Codes whose usual explanation is about WeChat, where the reason in words says all. */
  private static final Set<Integer> OF_THE_CONTROLS = Set.of(40097, 40079, 40201);

  abstract R call(SandboxApi sandbox);

  @Override
  public final R run() {
    app.aimAtSandbox();
    try {
      return call(app.weChat().sandbox());
    } catch (Failure failure) {
      if (failure.errcode().filter(OF_THE_CONTROLS::contains).isPresent()) {
        failure
            .meaning("The sandbox's controls do not take this as it is.")
            .fix("Correct what the reason names; `wxcard sandbox journal` shows it, too.");
      }
      throw failure;
    }
  }
}
