package io.github.wxcard.output;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.MaskedJson;
import io.github.wxcard.text.Language;
import java.util.List;
import java.util.Optional;

/** Prints what a command found, or why it failed, in the form that was asked for. */
public final class Printer {
  private final Console console;
  private final OutputFormat format;
  private final Language language;
  private Failure misfit;

  public Printer(Console console, OutputFormat format) {
    this(console, format, Language.EN);
  }

  /**
   * @param language of the failures that nobody has told in another one yet
   */
  public Printer(Console console, OutputFormat format, Language language) {
    this.console = console;
    this.format = format;
    this.language = language;
  }

  public OutputFormat format() {
    return format;
  }

  /** The one result of a command. */
  public void result(Result result) {
    if (format.json()) {
      print(asked(result.json()), console.terminal().outTerminal());
    } else {
      result.text(console.page());
    }
  }

  /**
   * One of many results: under {@code --json} always one line of its own. One that {@code --jq}
   * does not fit stops nothing; {@link #misfit} knows of it.
   */
  public void row(Result result) {
    if (!format.json()) {
      result.text(console.page());
      return;
    }
    List<JsonNode> values;
    try {
      values = asked(result.json());
    } catch (Failure why) {
      misfit = misfit == null ? why : misfit;
      return;
    }
    print(values, false);
  }

  /** Why {@code --jq} could not be applied to a row, the first one of them. */
  public Optional<Failure> misfit() {
    return Optional.ofNullable(misfit);
  }

  /** Ends the rows: with a failure when one of them could not be shown. */
  public void end() {
    misfit()
        .ifPresent(
            why -> {
              throw why;
            });
  }

  /** Why the command failed; under {@code --json} one line, so it must be the last thing said. */
  public void failure(Failure failure) {
    Failure told = failure.in(language);
    if (format.json()) {
      console.sayJson(told.json());
    } else {
      say(told);
    }
  }

  /** What is to be shown of a document. */
  private List<JsonNode> asked(JsonNode document) {
    return format.jq().map(jq -> filtered(document, jq)).orElse(List.of(document));
  }

  /** What was found out must not be lost, least of all when it was done for good. */
  private List<JsonNode> filtered(JsonNode document, OutputFormat.Filter jq) {
    try {
      return jq.apply(document);
    } catch (Failure misfit) {
      console.sayJson(MaskedJson.of(document, MaskedJson.maskOf(document)));
      throw misfit;
    }
  }

  private void print(List<JsonNode> values, boolean pretty) {
    for (JsonNode value : values) {
      if (value.isTextual() && format.jq().isPresent()) {
        console.page().data(value.textValue());
      } else if (pretty) {
        console.page().json(value);
      } else {
        console.page().jsonLine(value);
      }
    }
  }

  /** What failed, WeChat's own words, what it means, what to do next. */
  private void say(Failure failure) {
    console.say(console.onErr().add(Style.BAD, "error:").add(" " + headline(failure)));
    failure.reason().ifPresent(text -> say("The sandbox:", " ", text));
    failure.details().forEach(line -> console.say("  " + line));
    boolean chinese = failure.language() == Language.ZH;
    String gap = chinese ? "" : " ";
    failure.meaning().ifPresent(text -> say(chinese ? "含义：" : "Meaning:", gap, text));
    failure.fix().ifPresent(text -> say(chinese ? "处理：" : "Next:", gap, text));
  }

  private void say(String label, String gap, String text) {
    console.say(console.onErr().add("  ").add(Style.STRONG, label).add(gap + text));
  }

  private static String headline(Failure failure) {
    String refusal =
        failure
            .errcode()
            .map(code -> ": errcode " + code + " " + failure.errmsg().orElse(""))
            .orElse("");
    return (failure.getMessage() + refusal).stripTrailing();
  }
}
