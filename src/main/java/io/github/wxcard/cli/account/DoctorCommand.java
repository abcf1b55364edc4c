package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Subcommand;
import picocli.CommandLine.Command;

/** Looks at everything a command depends on. */
@Command(
    name = "doctor",
    description = "Check settings, file permissions, connection, clock, token and secret.",
    footer = {
      "",
      "Says of each setting where it came from, and of each check what to do when it fails; the",
      "exit code is that of the first failed check. Nothing secret is printed, and no token ends.",
      "",
      "Example:",
      "  wxcard doctor --profile shop"
    })
public final class DoctorCommand extends Subcommand {
  @Override
  public DoctorReport run() {
    return new DoctorChecks(context).report();
  }
}
