package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.config.Target;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the profiles. */
@Command(
    name = "list",
    description = "List the profiles; * marks the one that is used when nothing else is said.",
    footer = {"", "Example:", "  wxcard profile list"})
final class ProfileListCommand extends Subcommand {
  record Listed(List<ShownProfile> profiles) implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object();
      ArrayNode list = json.putArray("profiles");
      profiles.forEach(profile -> list.add(profile.json()));
      return json;
    }

    @Override
    public void text(Page page) {
      profiles.forEach(profile -> page.line(profile.summary()));
    }
  }

  @Override
  public Listed run() {
    Profiles profiles = context.settings().profiles();
    String current = profiles.usual().orElse("");
    List<ShownProfile> shown = new ArrayList<>();
    for (Profile profile : profiles.all()) {
      shown.add(ShownProfile.of(profile, profile.name().equals(current)));
    }
    if (current.equals(Target.SANDBOX)) {
      shown.add(0, ShownProfile.sandbox(true));
    }
    if (shown.isEmpty()) {
      context.console().say("No profile is written down; `wxcard login` makes one.");
    }
    return new Listed(shown);
  }
}
