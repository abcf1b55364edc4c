package io.github.wxcard.sandbox.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A column whose values name rows of another table. */
record Reference(String table, String column, String target, String key) {
  private static final List<Reference> ALL =
      List.of(
          new Reference("code", "card_id", "card", "id"),
          new Reference("code", "openid", "person", "openid"),
          new Reference("deposit", "card_id", "card", "id"));

  /** Refuses a seed with a row that names another which is not there. */
  static void check(JsonNode tables) {
    ALL.forEach(reference -> reference.checkRows(tables));
  }

  private void checkRows(JsonNode tables) {
    Set<String> keys =
        StreamSupport.stream(tables.path(target).spliterator(), false)
            .map(row -> row.path(key).asText())
            .collect(Collectors.toSet());
    JsonNode rows = tables.path(table);
    for (int i = 0; i < rows.size(); i++) {
      String value = rows.get(i).path(column).asText();
      if (!keys.contains(value)) {
        throw BadSeed.at(
            table,
            i + 1,
            column + " names " + value + ", and table " + target + " has no such row");
      }
    }
  }
}
