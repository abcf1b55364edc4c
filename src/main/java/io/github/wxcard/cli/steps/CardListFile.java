package io.github.wxcard.cli.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.wxcard.batch.CodeSyntax;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.card.DocumentReader;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The cards of one QR code with what each of them hands out: the JSON of {@code card_list}, which
 * is passed on as it is, or CSV with the columns card_id, code and outer_str.
 */
final class CardListFile {
  private static final List<String> COLUMNS = List.of("card_id", "code", "outer_str");
  private static final String CARD_ID = COLUMNS.get(0);
  private static final String CODE = COLUMNS.get(1);

  /** Where the list stands in what people have: the list itself, its parents, the whole body. */
  private static final List<String> PLACES =
      List.of("", "/card_list", "/multiple_card/card_list", "/action_info/multiple_card/card_list");

  private final CommandContext context;
  private final String name;

  private CardListFile(CommandContext context, String name) {
    this.context = context;
    this.name = name;
  }

  /** Reads a file, or standard input for {@code -}; one without a usable card is exit 3. */
  static ArrayNode read(CommandContext context, String file) {
    CardListFile list = new CardListFile(context, CommandInput.name(file));
    byte[] bytes = CommandInput.bytes(context, file);
    String text = Utf8.decode(bytes, list.name).replaceFirst("^\uFEFF", "");
    boolean json = text.stripLeading().matches("(?s)[\\[{/].*");
    ArrayNode cards = json ? list.ofJson(bytes) : list.ofCsv(text);
    if (cards.isEmpty()) {
      throw list.failure("names no card", "Write a line for each card: card_id,code,outer_str.");
    }
    return cards;
  }

  private ArrayNode ofJson(byte[] bytes) {
    JsonDocument written = DocumentReader.read(bytes, name);
    written.warnings().forEach(warning -> context.console().say(warning.toText(name)));
    ArrayNode cards =
        PLACES.stream()
            .map(written.tree()::at)
            .filter(JsonNode::isArray)
            .map(ArrayNode.class::cast)
            .findFirst()
            .orElseThrow(
                () ->
                    failure(
                        "holds no card_list",
                        "Give the list itself, [{\"card_id\": …, \"code\": …}, …]."));
    for (int i = 0; i < cards.size(); i++) {
      JsonNode card = cards.get(i);
      if (!card.isObject() || card.path(CARD_ID).asText().isBlank()) {
        throw failure("card " + (i + 1) + " has no card_id", "Name the card that it hands out.");
      }
    }
    warnOfUnknown(cards);
    return cards;
  }

  private void warnOfUnknown(ArrayNode cards) {
    ObjectNode body = Json.object();
    body.putObject("action_info").putObject("multiple_card").set("card_list", cards);
    DefinitionLinter.unknownFields(body, "/card/qrcode/create").forEach(context.console()::warn);
  }

  private ArrayNode ofCsv(String text) {
    List<CsvRecord> records = records(text);
    if (records.isEmpty()) {
      throw failure("is empty", "Write the line card_id,code,outer_str, and one for each card.");
    }
    List<String> columns = columns(records.get(0));
    ArrayNode cards = Json.array();
    for (CsvRecord each : records.subList(1, records.size())) {
      if (each.getFields().stream().anyMatch(field -> !field.isBlank())) {
        cards.add(card(columns, each));
      }
    }
    return cards;
  }

  private List<CsvRecord> records(String text) {
    List<CsvRecord> records = new ArrayList<>();
    // Excel's line sep=; is no record, and yet a line.
    String plain = text.replaceFirst("(?i)^\"?sep=.\"?(?=\\R)", "");
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(plain))
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .commentStrategy(CommentStrategy.SKIP)
            .ofCsvRecord(plain)) {
      reader.forEach(records::add);
    } catch (CsvParseException | IOException disorder) {
      throw failure("is no CSV: its quotes are in disorder", "Close every quote, or drop them.");
    }
    return records;
  }

  /** The one that stands most often in the first line which says something. */
  private static char separator(String text) {
    String header =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .findFirst()
            .orElse("");
    return Stream.of(',', ';', '\t')
        .max(Comparator.comparing(each -> header.chars().filter(one -> one == each).count()))
        .orElseThrow();
  }

  private List<String> columns(CsvRecord header) {
    List<String> columns =
        header.getFields().stream().map(field -> field.strip().toLowerCase(Locale.ROOT)).toList();
    if (!columns.contains(CARD_ID)) {
      throw failure(
          "has no column card_id: its first line is " + String.join(",", header.getFields()),
          "Begin with the line card_id,code,outer_str.");
    }
    columns.stream()
        .filter(column -> !column.isEmpty() && !COLUMNS.contains(column))
        .forEach(column -> context.console().warn("the column " + column + " is left out"));
    return columns;
  }

  private ObjectNode card(List<String> columns, CsvRecord line) {
    ObjectNode card = Json.object();
    for (String column : COLUMNS) {
      int at = columns.indexOf(column);
      String value = at < 0 || at >= line.getFieldCount() ? "" : line.getField(at).strip();
      if (!value.isEmpty()) {
        card.put(column, value);
      }
    }
    String where = "line " + line.getStartingLineNumber();
    if (line.getFields().stream().skip(columns.size()).anyMatch(field -> !field.isBlank())) {
      throw failure(
          where + " has more values than the header",
          "Put values that hold a separator in quotation marks, and leave none over.");
    }
    if (!card.has(CARD_ID)) {
      throw failure(where + " has no card_id", "Name the card that the line is about.");
    }
    if (card.has(CODE)) {
      CodeSyntax.problem(card.path(CODE).asText())
          .ifPresent(
              problem -> {
                throw failure(where + ": " + problem, "Correct the code.");
              });
    }
    return card;
  }

  private Failure failure(String why, String fix) {
    return Failure.of(FailureKind.INPUT, name + " " + why, fix);
  }
}
