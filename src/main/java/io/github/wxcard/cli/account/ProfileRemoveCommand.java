package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.redis.SharedTokens;
import io.github.wxcard.config.Profile;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Forgets an account. */
@Command(
    name = "remove",
    description = "Forget a profile, with its secret and its tokens, in its tokenStore too.",
    footer = {"", "Example:", "  wxcard profile remove shop"})
final class ProfileRemoveCommand extends Subcommand {
  @Parameters(paramLabel = "NAME", description = "The profile.")
  String name;

  /**
   * @param pretended whether it is still there, as a dry run changes nothing
   */
  record Removed(String removed, boolean pretended) implements Result {
    @Override
    public JsonNode json() {
      return Json.object().put(pretended ? "would_remove" : "removed", removed);
    }

    @Override
    public void text(Page page) {
      page.line((pretended ? "would remove profile: " : "removed profile: ") + removed);
    }
  }

  @Override
  public Removed run() {
    if (context.options().dryRun) {
      context.settings().profiles().named(name);
      return new Removed(name, true);
    }
    context.settings().profiles().remove(name).ifPresent(this::forgetElsewhere);
    return new Removed(name, false);
  }

  private void forgetElsewhere(Profile gone) {
    if (gone.tokenStore().isPresent() && gone.appId().isPresent()) {
      try {
        context.weChat(gone.target()).sharedTokens().ifPresent(SharedTokens::forget);
      } catch (Failure unusable) {
        context.console().warn(unusable.getMessage() + "; nothing is forgotten there.");
      }
    }
  }
}
