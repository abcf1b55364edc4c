package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.Scenario;
import io.github.wxcard.scenario.Step;
import java.util.Locale;

/** What a scenario would do: {@code {"name","description","inputs":{…},"steps":[{…}]}}. */
record StepList(Scenario scenario) implements Result {

  @Override
  public JsonNode json() {
    ObjectNode json = Json.object().put("name", scenario.name());
    json.put("description", scenario.description());
    ObjectNode inputs = json.putObject("inputs");
    scenario
        .inputs()
        .forEach(
            (name, usual) ->
                inputs.put(name, usual.map(words -> String.join(" ", words)).orElse(null)));
    ArrayNode steps = json.putArray("steps");
    for (Step step : scenario.steps()) {
      ObjectNode item = steps.addObject();
      item.put("name", step.name()).put("command", String.join(" ", step.words()));
      step.only().ifPresent(kind -> item.put("when", kind.word()));
      if (step.always()) {
        item.put("always", true);
      }
    }
    return json;
  }

  @Override
  public void text(Page page) {
    page.line(
        scenario.name() + (scenario.description().isEmpty() ? "" : ": " + scenario.description()));
    scenario
        .inputs()
        .forEach(
            (name, usual) ->
                page.line(
                    "--set "
                        + name
                        + usual
                            .map(words -> "=" + String.join(" ", words))
                            .orElse("=…, must be given")));
    int width =
        scenario.steps().stream().mapToInt(step -> step.name().length()).max().orElseThrow();
    int digits = String.valueOf(scenario.steps().size()).length();
    for (int i = 0; i < scenario.steps().size(); i++) {
      Step step = scenario.steps().get(i);
      page.line(
          String.format(
              Locale.ROOT,
              "%" + digits + "d %-" + width + "s %s%s",
              i + 1,
              step.name(),
              String.join(" ", step.words()),
              marks(step)));
    }
  }

  private static String marks(Step step) {
    return step.only().map(kind -> " (only: " + kind.word() + ")").orElse("")
        + (step.always() ? " (always)" : "");
  }
}
