package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
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

  /**
   * @param pretended whether nothing is changed, as in a dry run
   */
  record Chosen(String current, boolean pretended) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put(pretended ? "would_use" : "current", current);
    }

    @Override
    public void text(Page page) {
      page.line((pretended ? "would use profile: " : "current profile: ") + current);
    }
  }

  @Override
  public Chosen run() {
    if (context.options().dryRun) {
      context.settings().profiles().checkUsable(name);
      return new Chosen(name, true);
    }
    context.settings().profiles().use(name);
    return new Chosen(name, false);
  }
}
