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
final class ProfileUseCommand extends Subcommand<ProfileUseCommand.Chosen> {
  @Parameters(paramLabel = "NAME", description = "The profile.")
  String name;

  record Chosen(String current) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put("current", current);
    }

    @Override
    public void text(Page page) {
      page.line("current profile: " + current);
    }
  }

  @Override
  public Chosen run() {
    app.settings().profiles().use(name);
    return new Chosen(name);
  }
}
