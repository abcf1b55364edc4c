package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The JSON Schema of a scenario's file. */
record ScenarioSchema(JsonNode json) implements Result {
  static ScenarioSchema shipped() {
    try (InputStream in = Scenario.class.getResourceAsStream("scenario.schema.json")) {
      return new ScenarioSchema(Json.read(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void text(Page page) {
    page.json(json);
  }
}
