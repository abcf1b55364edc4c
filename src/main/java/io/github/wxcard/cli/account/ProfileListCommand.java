package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the profiles. */
@Command(
    name = "list",
    description = "List the profiles; * marks the one that is used when nothing else is said.",
    footer = {"", "Example:", "  wxcard profile list"})
final class ProfileListCommand extends Subcommand {
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
