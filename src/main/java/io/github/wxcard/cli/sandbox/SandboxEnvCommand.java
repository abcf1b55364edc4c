package io.github.wxcard.cli.sandbox;

import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints what points programs at a sandbox. */
@Command(
    name = "env",
    description = "Print what points a program, or an SDK, at the running sandbox.",
    footer = {
      "",
      "Without --for: the three variables that wxcard reads, for eval. With it: the library's",
      "own code or settings, to be pasted. As json and properties its settings have its own",
      "names; as sh they are variables where it reads such (wxjava-spring), else wxcard's",
      "three, with the code as a comment. The sandbox is the one that the profile or",
      "WXCARD_API_BASE names, else one at http://127.0.0.1:8900; when nothing answers there,",
      "stderr says so.",
      "",
      "Examples:",
      "  wxcard sandbox env",
      "  wxcard sandbox env --for wxjava",
      "  wxcard sandbox env --for wxjava-spring --format properties"
    })
final class SandboxEnvCommand extends Subcommand {
  @Option(
      names = "--for",
      paramLabel = "NAME",
      description = {
        "Which library: wxjava, wxjava-spring, wechatpy, co-wechat-api,",
        "easywechat, chanxuehong, senparc or curl. Default: wxcard itself."
      })
  Sdk sdk;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "sh, json or properties. Default: sh; with --for, what the library takes.")
  ProgramSettings.Form form;

  @Override
  public ProgramSettings run() {
    ResolvedAccount target = context.settings().sandbox();
    if (!context.options().dryRun) {
      look(target);
    }
    return ProgramSettings.of(Optional.ofNullable(sdk), form, SandboxAddress.of(target));
  }

  /** Settings for a sandbox that is yet to be started are worth printing, too. */
  private void look(ResolvedAccount target) {
    context.aimAt(target.apiBase(), usual -> {});
    try {
      context.weChat().sandbox().get("/sandbox/status");
    } catch (Failure failure) {
      context
          .console()
          .warn(
              failure.kind() == FailureKind.NETWORK
                  ? "nothing answers at "
                      + target.apiBase()
                      + " yet; `wxcard sandbox serve` starts a sandbox."
                  : "what answers at " + target.apiBase() + " refused: " + failure.getMessage());
    }
  }
}
