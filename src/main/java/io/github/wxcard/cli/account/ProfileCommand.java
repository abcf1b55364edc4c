package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandGroup;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.client.redis.RedisTokenStore;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The accounts that are written down. */
@Command(
    name = "profile",
    description = "List, choose, show and remove the accounts that login wrote down.")
public final class ProfileCommand implements CommandGroup {
  @Override
  public List<Class<?>> verbs() {
    return List.of(
        ProfileListCommand.class,
        ProfileUseCommand.class,
        ProfileShowCommand.class,
        ProfileRemoveCommand.class);
  }

  @Command(
      name = "list",
      description = "List the profiles; * marks the one that is used when nothing else is said.",
      footer = {"", "Example:", "  wxcard profile list"})
  static final class ProfileListCommand extends Subcommand {
    @Override
    public Document run() {
      Profiles profiles = context.settings().profiles();
      String current = profiles.usual().orElse("");
      List<ProfileSummary> shown = new ArrayList<>();
      for (Profile profile : profiles.all()) {
        shown.add(ProfileSummary.of(profile, profile.name().equals(current)));
      }
      if (current.equals(ResolvedAccount.SANDBOX)) {
        shown.add(0, ProfileSummary.sandbox(true));
      }
      if (shown.isEmpty()) {
        context.console().say("No profile is written down; `wxcard login` makes one.");
      }
      ObjectNode json = Json.object();
      ArrayNode list = json.putArray("profiles");
      shown.forEach(profile -> list.add(profile.json()));
      return new Document(json, shown.stream().map(ProfileSummary::summary).toList());
    }
  }

  @Command(
      name = "use",
      description = "Use a profile from now on; 'sandbox' is the built-in sandbox.",
      footer = {"", "Examples:", "  wxcard profile use shop", "  wxcard profile use sandbox"})
  static final class ProfileUseCommand extends Subcommand {
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

  @Command(
      name = "show",
      description = "Show a profile, without its secret.",
      footer = {"", "Example:", "  wxcard profile show shop"})
  static final class ProfileShowCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Default: the current one.")
    String name;

    @Override
    public ProfileSummary run() {
      Profiles profiles = context.settings().profiles();
      Optional<String> current = profiles.current();
      String wanted =
          Optional.ofNullable(name)
              .or(() -> Optional.ofNullable(context.options().profile))
              .or(() -> current)
              .orElseThrow(
                  () ->
                      Failure.of(
                          FailureKind.CONFIG,
                          "no profile is the current one",
                          "Name one, or choose one with `wxcard profile use NAME`."));
      boolean isCurrent = current.filter(wanted::equals).isPresent();
      return wanted.equals(ResolvedAccount.SANDBOX)
          ? ProfileSummary.sandbox(isCurrent)
          : ProfileSummary.of(profiles.named(wanted), isCurrent);
    }
  }

  @Command(
      name = "remove",
      description = "Forget a profile, with its secret and its tokens, in its tokenStore too.",
      footer = {"", "Example:", "  wxcard profile remove shop"})
  static final class ProfileRemoveCommand extends Subcommand {
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
}
