package io.github.wxcard.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.ApiCommand;
import io.github.wxcard.cli.base.RequestBody;
import io.github.wxcard.cli.base.Rows;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Figures of some days. */
abstract class StatsQueryCommand extends ApiCommand {
  private static final Set<String> AMOUNTS = Set.of("new_user", "payOriginalFee", "fee");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The first day, as in 2026-05-01; a week up to the last one when omitted.")
  LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description = "The last day, at most 62 in all; yesterday in Beijing when omitted.")
  LocalDate to;

  private final String path;
  private final List<String> columns;

  /**
   * @param columns their names with blanks between
   */
  StatsQueryCommand(String path, String columns) {
    this.path = path;
    this.columns = List.of(columns.split(" ", -1));
  }

  /** What the call asks for beside the days. */
  ObjectNode conditions() {
    return RequestBody.of(this);
  }

  @Override
  public final Rows call(WeChat weChat) {
    ObjectNode body = conditions();
    StatsPeriod days = StatsPeriod.of(from, to, StatsPeriod.today(context));
    body.put("begin_date", days.from().toString()).put("end_date", days.to().toString());
    JsonNode answer = weChat.post(path, body, Idempotency.IDEMPOTENT);
    if (nothingHappened(answer.path("list")) && !context.options().dryRun) {
      context.note("Nothing happened from " + days.from() + " to " + days.to() + ".");
    }
    return new Rows(answer, columns, rows(answer.path("list")));
  }

  /** Sums come for every day, with nought where nothing happened. */
  private static boolean nothingHappened(JsonNode days) {
    for (JsonNode day : days) {
      for (Map.Entry<String, JsonNode> figure : day.properties()) {
        String name = figure.getKey();
        boolean counts = name.endsWith("_cnt") || name.equals("active_user");
        if (counts && figure.getValue().asLong() != 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** A program that reads the days would take a total for one of them. */
  private List<JsonNode> rows(JsonNode days) {
    List<JsonNode> rows = new ArrayList<>();
    days.forEach(rows::add);
    if (rows.size() > 1 && context.console().terminal().outTerminal()) {
      rows.add(total(days));
    }
    return rows;
  }

  /**
   * The line below the days. Only what is counted adds up: whoever came on two days is one user,
   * and a total_user is one already.
   */
  private JsonNode total(JsonNode days) {
    ObjectNode total = Json.object().put("ref_date", "total");
    columns.stream()
        .filter(column -> column.endsWith("_cnt") || AMOUNTS.contains(column))
        .forEach(
            column ->
                total.put(
                    column, days.findValues(column).stream().mapToLong(JsonNode::asLong).sum()));
    return total;
  }

  /** Reads a DATE in the one form that WeChat takes. */
  static final class DayConverter implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String text) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new TypeConversionException(
            "'" + text + "' is no date: write it like 2026-05-01, with all its digits");
      }
    }
  }
}
