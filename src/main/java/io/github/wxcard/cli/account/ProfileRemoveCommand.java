package io.github.wxcard.cli.account;

import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.Profile;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
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

  @Override
  public Document run() {
    boolean pretended = context.options().dryRun;
    if (pretended) {
      context.settings().profiles().named(name);
    } else {
      context.settings().profiles().remove(name).ifPresent(this::forgetElsewhere);
    }
    return Document.of(
        Json.object().put(pretended ? "would_remove" : "removed", name),
        (pretended ? "would remove profile: " : "removed profile: ") + name);
  }

  private void forgetElsewhere(Profile gone) {
    if (gone.tokenStore().isPresent() && gone.appId().isPresent()) {
      try {
        context.weChat(gone.target()).sharedTokens().ifPresent(RedisTokenStore::forget);
      } catch (Failure unusable) {
        context.console().warn(unusable.getMessage() + "; nothing is forgotten there.");
      }
    }
  }
}
