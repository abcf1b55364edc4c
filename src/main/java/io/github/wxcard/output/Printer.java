package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;

/** Prints what a command found, or why it failed, in the form that was asked for. */
public final class Printer {
  private final Console console;
  private final Format format;

  public Printer(Console console, Format format) {
    this.console = console;
    this.format = format;
  }

  public Format format() {
    return format;
  }

  /** The one result of a command. */
  public void result(Result result) {
    if (format.json()) {
      document(result.json(), console.traits().outTerminal());
    } else {
      result.text(console);
    }
  }

  /** One of many results: under {@code --json} always one line of its own. */
  public void row(Result result) {
    if (format.json()) {
      document(result.json(), false);
    } else {
      result.text(console);
    }
  }

  /** Why the command failed; under {@code --json} one line, so it must be the last thing said. */
  public void failure(Failure failure) {
    if (format.json()) {
      console.say(Json.write(failure.json()));
    } else {
      new FailureText(console).say(failure);
    }
  }

  private void document(JsonNode document, boolean pretty) {
    if (format.jq().isEmpty()) {
      console.line(text(document, pretty));
      return;
    }
    for (JsonNode value : format.jq().get().apply(document)) {
      console.line(value.isTextual() ? value.textValue() : text(value, pretty));
    }
  }

  private static String text(JsonNode value, boolean pretty) {
    return pretty ? Json.pretty(value) : Json.write(value);
  }
}
