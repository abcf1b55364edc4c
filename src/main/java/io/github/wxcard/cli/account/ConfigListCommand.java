package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.Profile;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.config.Profiles;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Shows what is in the config file. */
@Command(
    name = "list",
    description = "Show the profiles and what is set in each; secrets as ***.",
    footer = {
      "",
      "With --profile, that profile alone. --json prints file, current and profiles.",
      "",
      "Example:",
      "  wxcard config list"
    })
final class ConfigListCommand extends Subcommand {
  /**
   * @param file where all of it stands
   * @param profiles by name, with their values by key
   */
  record ConfigListing(
      String file, Optional<String> current, Map<String, Map<ConfigKey, String>> profiles)
      implements Result {
    @Override
    public JsonNode json() {
      ObjectNode json = Json.object().put("file", file).put("current", current.orElse(null));
      ObjectNode all = json.putObject("profiles");
      profiles.forEach(
          (name, values) -> {
            ObjectNode entry = all.putObject(name);
            values.forEach((key, value) -> entry.put(key.path(), value));
          });
      return json;
    }

    @Override
    public void text(Page page) {
      List<List<String>> rows = new ArrayList<>();
      current.ifPresent(name -> rows.add(List.of("-", ConfigKey.CURRENT.path(), name)));
      profiles.forEach(
          (name, values) ->
              values.forEach((key, value) -> rows.add(List.of(name, key.path(), value))));
      page.table(new Table(List.of("profile", "key", "value"), rows));
    }
  }

  @Override
  public ConfigListing run() {
    Profiles profiles = context.settings().profiles();
    Optional<String> chosen = ConfigEntry.chosenOfFile(context);
    List<String> names =
        chosen.isPresent()
            ? List.of(profiles.named(chosen.get()).name())
            : profiles.all().stream().map(Profile::name).toList();
    Optional<String> current = profiles.current();
    if (names.isEmpty() && current.isEmpty()) {
      throw ConfigEntry.noProfile();
    }
    ProfileValues values = new ProfileValues(context.settings().file());
    Map<String, Map<ConfigKey, String>> found = new LinkedHashMap<>();
    names.forEach(name -> found.put(name, values.shown(name)));
    return new ConfigListing(context.settings().file().path().toString(), current, found);
  }
}
