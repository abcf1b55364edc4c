package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.ErrorCode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Explains WeChat's error codes; offline. */
@Command(
    name = "explain",
    description =
        "Say what an errcode of WeChat's means, what to do, and whether to retry; offline.",
    footer = {
      "",
      "An ERRCODE is a number, or anything that holds one: an answer of WeChat's, a line of a log.",
      "-40001 to -40011 are those of WeChat's own library for callbacks, 200302 is the console's.",
      "Without any, standard input is read. The last line of each answer is what wxcard ends with",
      "when a call is refused with that code.",
      "",
      "Examples:",
      "  wxcard explain 40071 45021",
      "  wxcard explain '{\"errcode\":40127,\"errmsg\":\"…\"}' --lang zh",
      "  wxcard explain --list token"
    })
public final class ExplainCommand extends Subcommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "ERRCODE",
      description = "The code, or a text with it; - reads standard input.")
  List<String> words = List.of();

  @Option(
      names = "--list",
      paramLabel = "TEXT",
      description =
          "List the codes whose number, text or meaning has all these words; '' lists all.")
  String list;

  @Override
  public Explanation run() {
    if (list != null && !words.isEmpty()) {
      throw Failure.of(
          FailureKind.USAGE, "--list searches, an ERRCODE looks up", "Give one of the two.");
    }
    return list == null ? explained(asked()) : matching(list);
  }

  private List<Integer> asked() {
    List<String> texts = words.isEmpty() ? List.of("-") : words;
    List<Integer> codes = new ArrayList<>();
    for (String word : texts) {
      String text = word.equals("-") ? CommandInput.standardText(context.console()) : word;
      if (text.isBlank()) {
        throw Failure.of(FailureKind.USAGE, "no ERRCODE was given", "See `wxcard explain --help`.");
      }
      List<Integer> found = ErrcodeFinder.in(text);
      if (found.isEmpty()) {
        throw Failure.of(
            FailureKind.INPUT,
            "there is no error code in '" + text.strip() + "'",
            "Give the number; `wxcard explain --list TEXT` searches the texts and meanings.");
      }
      codes.addAll(found);
    }
    return codes.stream().distinct().toList();
  }

  private Explanation explained(List<Integer> codes) {
    List<Integer> unknown =
        codes.stream().filter(code -> ExplainableCodes.find(code).isEmpty()).toList();
    List<ErrorCode> known =
        codes.stream().map(ExplainableCodes::find).flatMap(Optional::stream).toList();
    Optional<Failure> failure =
        unknown.isEmpty() ? Optional.empty() : Optional.of(unknown(unknown));
    if (known.isEmpty()) {
      throw failure.orElseThrow();
    }
    return new Explanation(inLanguage(known, context.language()), true, failure);
  }

  private Failure unknown(List<Integer> codes) {
    String all = codes.stream().map(String::valueOf).collect(Collectors.joining(", "));
    Failure failure =
        Failure.of(
            FailureKind.INPUT,
            "no error code " + all + " is known here",
            "Check the digits, or search with `wxcard explain --list TEXT`. Codes of other"
                + " services, such as Enterprise WeChat or WeChat Pay, are not in this table.");
    ArrayNode near = Json.array();
    for (int code : codes) {
      for (ErrorCode row : ExplainableCodes.near(code)) {
        near.add(row.code());
        failure.detail("near " + code + ": " + new ExplainedCode(row, context.language()).line());
      }
    }
    return failure.extra("near", near);
  }

  private Explanation matching(String text) {
    List<String> wanted =
        Stream.of(text.toLowerCase(Locale.ROOT).split("\\s+", -1))
            .filter(word -> !word.isEmpty())
            .toList();
    List<ErrorCode> rows =
        ExplainableCodes.all().stream()
            .filter(row -> wanted.stream().allMatch(searched(row)::contains))
            .toList();
    if (rows.isEmpty()) {
      context.console().say("No code of the table speaks of '" + text + "'.");
    }
    boolean chinese =
        context.options().language == null && text.codePoints().anyMatch(Character::isIdeographic);
    return new Explanation(
        inLanguage(rows, chinese ? Language.ZH : context.language()), false, Optional.empty());
  }

  private static String searched(ErrorCode row) {
    return String.join("\n", String.valueOf(row.code()), row.text(), row.meaning(), row.meaningZh())
        .toLowerCase(Locale.ROOT);
  }

  private static List<ExplainedCode> inLanguage(List<ErrorCode> rows, Language language) {
    return rows.stream().map(row -> new ExplainedCode(row, language)).toList();
  }

  /**
   * What the error table says of some codes.
   *
   * @param full everything about each, or a line each
   * @param failure about those among the codes asked for that have no row
   */
  record Explanation(List<ExplainedCode> codes, boolean full, Optional<Failure> failure)
      implements Result {
    @Override
    public JsonNode json() {
      ObjectNode document = Json.object();
      ArrayNode list = document.putArray("codes");
      codes.forEach(code -> list.add(code.json()));
      return document;
    }

    @Override
    public void text(Page page) {
      for (ExplainedCode code : codes) {
        if (full) {
          code.text(page);
        } else {
          page.line(code.line());
        }
      }
    }
  }
}
