package io.github.wxcard.cli.account;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.config.ConfigKey;
import io.github.wxcard.config.ProfileValues;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one value of the config file. */
@Command(
    name = "get",
    description = "Print a value; a secret as ***, so that it can be seen whether there is one.",
    footer = {
      "",
      "A key that is not set is exit 7.",
      "",
      "Examples:",
      "  wxcard config get apiBase",
      "  wxcard config get secret --profile shop"
    })
final class ConfigGetCommand extends Subcommand {
  @Parameters(
      paramLabel = "KEY",
      completionCandidates = ConfigPlace.KeyCandidates.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  String key;

  record Found(ConfigPlace place, String value) implements Result {
    @Override
    public JsonNode json() {
      return place.json().put("value", value);
    }

    @Override
    public void text(Page page) {
      page.line(value);
    }
  }

  @Override
  public Found run() {
    ConfigPlace place = ConfigPlace.existing(context, key);
    return value(place)
        .map(value -> new Found(place, value))
        .orElseThrow(
            () ->
                Failure.of(
                    Kind.CONFIG,
                    "there is no " + place,
                    "`wxcard config set " + place.key().path() + "` writes it down."));
  }

  private Optional<String> value(ConfigPlace place) {
    return place.key() == ConfigKey.CURRENT
        ? context.settings().profiles().current()
        : new ProfileValues(context.settings().file())
            .shown(place.profile().orElseThrow(), place.key());
  }
}
