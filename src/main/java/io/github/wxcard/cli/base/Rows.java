package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.output.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A list as a table, a line for each entry.
 *
 * @param json the whole document
 * @param rows what is shown of it, objects with a member for each column
 */
public record Rows(JsonNode json, List<String> columns, Iterable<? extends JsonNode> rows)
    implements Result {
  private static final String NOTHING = "-";

  public Rows {
    columns = List.copyOf(columns);
  }

  @Override
  public void text(Page page) {
    List<List<String>> cells = new ArrayList<>();
    for (JsonNode row : rows) {
      cells.add(columns.stream().map(column -> cell(row.path(column))).toList());
    }
    page.table(new Table(columns, cells));
  }

  private static String cell(JsonNode value) {
    String text = value.asText();
    return text.isEmpty() ? NOTHING : text;
  }
}
