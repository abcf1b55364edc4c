package io.github.wxcard.cli.stats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The line below a list of days. Only what is counted adds up: whoever came on two days is one
 * user, and a total_user is one already.
 */
final class Totals {
  private static final Set<String> AMOUNTS = Set.of("new_user", "payOriginalFee", "fee");

  private Totals() {}

  /** The days and, when there are several entries, the totals below them. */
  static List<JsonNode> below(JsonNode days, List<String> columns) {
    List<JsonNode> rows = new ArrayList<>();
    days.forEach(rows::add);
    if (rows.size() > 1) {
      ObjectNode total = Json.object().put("ref_date", "total");
      columns.stream()
          .filter(column -> column.endsWith("_cnt") || AMOUNTS.contains(column))
          .forEach(column -> total.put(column, sum(days, column)));
      rows.add(total);
    }
    return rows;
  }

  private static long sum(JsonNode days, String column) {
    long sum = 0;
    for (JsonNode day : days) {
      sum += day.path(column).asLong();
    }
    return sum;
  }
}
