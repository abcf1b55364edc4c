package io.github.wxcard.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Steps as data. */
public record Scenario(String name, List<Step> steps) {
  /** WeChat's card walkthrough, as shipped with the program. */
  public static Scenario walkthrough() {
    try (InputStream in = Scenario.class.getResourceAsStream("hello.json")) {
      return of(Json.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Scenario of(JsonNode json) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : json.path("steps")) {
      steps.add(new Step(step.path("name").asText(), step.path("run").asText()));
    }
    return new Scenario(json.path("name").asText(), steps);
  }
}
