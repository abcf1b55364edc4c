package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a profile the current one. */
@Command(
    name = "use",
    description = "Use a profile from now on; 'sandbox' is the built-in sandbox.",
    footer = {"", "Examples:", "  wxcard profile use shop", "  wxcard profile use sandbox"})
final class ProfileUseCommand extends Subcommand {
  @Parameters(paramLabel = "NAME", description = "The profile.")
  String name;

  @Override
  public Document run() {
    boolean pretended = context.options().dryRun;
    if (pretended) {
      context.settings().profiles().checkUsable(name);
    } else {
      context.settings().profiles().use(name);
    }
    return Document.of(
        Json.object().put(pretended ? "would_use" : "current", name),
        (pretended ? "would use profile: " : "current profile: ") + name);
  }
}
