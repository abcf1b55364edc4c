package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A list, a line for each entry and one above them with the names of the columns.
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
    page.line(String.join("\t", columns));
    for (JsonNode row : rows) {
      page.line(
          columns.stream().map(column -> cell(row.path(column))).collect(Collectors.joining("\t")));
    }
  }

  private static String cell(JsonNode value) {
    String text = value.asText().replaceAll("\\p{Cntrl}+", " ");
    return text.isEmpty() ? NOTHING : text;
  }
}
