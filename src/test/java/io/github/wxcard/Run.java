package io.github.wxcard;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.json.Json;
import java.io.IOException;
import org.assertj.core.api.Assertions;

/** How a command line ended; both streams are shown when an expectation fails. */
public record Run(String line, int exitCode, String out, String err) {
  /** The document on standard output. */
  public JsonNode json() {
    return parsed(out);
  }

  /** The {@code error} object on the last line of standard error. */
  public JsonNode error() {
    return parsed(err.lines().reduce("", (earlier, later) -> later)).path("error");
  }

  public Run exits(int expected) {
    Assertions.assertThat(exitCode).as("exit code of %s", this).isEqualTo(expected);
    return this;
  }

  @Override
  public String toString() {
    return "wxcard " + line + "\nexit " + exitCode + "\nstdout:\n" + out + "\nstderr:\n" + err;
  }

  private JsonNode parsed(String text) {
    try {
      return Json.read(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON in " + this, e);
    }
  }
}
