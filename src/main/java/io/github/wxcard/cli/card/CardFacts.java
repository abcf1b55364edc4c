package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.output.BeijingTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What people look for first in the card object that {@code /card/get} answers. */
record CardFacts(JsonNode card) {
  static final List<String> COLUMNS = List.of("card_id", "card_type", "title", "status", "stock");

  /** What the status names mean; an unknown one is shown alone. */
  private static final Map<String, String> STATUSES =
      Map.of(
          "CARD_STATUS_NOT_VERIFY", "in review",
          "CARD_STATUS_VERIFY_FAIL", "rejected",
          "CARD_STATUS_VERIFY_OK", "approved",
          "CARD_STATUS_DELETE", "deleted",
          "CARD_STATUS_DISPATCH", "approved and issued through the console");

  /** The rows of the table in which one card is one row. */
  List<String> row() {
    return List.of(base("id"), type(), base("title"), base("status"), stock());
  }

  /** WeChat's card object with the columns of {@link #row} as further members. */
  JsonNode json() {
    ObjectNode json = card.deepCopy();
    List<String> row = row();
    for (int i = 0; i < row.size(); i++) {
      json.put(COLUMNS.get(i), row.get(i));
    }
    return json;
  }

  /** Names and values, without those that the card does not have. */
  List<List<String>> summary() {
    return Stream.of(
            List.of("card_id", base("id")),
            List.of("card_type", type()),
            List.of("title", base("title")),
            List.of("sub_title", base("sub_title")),
            List.of("brand_name", base("brand_name")),
            List.of("status", status()),
            List.of("stock", stock()),
            List.of("validity", validity()),
            List.of("get_limit", base("get_limit")),
            List.of("use_limit", base("use_limit")),
            List.of("code_type", base("code_type")),
            List.of("use_custom_code", base("use_custom_code")),
            List.of("color", base("color")),
            List.of("notice", base("notice")),
            List.of("create_time", time(baseInfo().path("create_time"))),
            List.of("update_time", time(baseInfo().path("update_time"))))
        .filter(row -> !row.get(1).isEmpty())
        .toList();
  }

  private String type() {
    return card.path("card_type").asText();
  }

  private JsonNode baseInfo() {
    return card.path(type().toLowerCase(Locale.ROOT)).path("base_info");
  }

  private String base(String name) {
    return baseInfo().path(name).asText("");
  }

  private String status() {
    String name = base("status");
    String meaning = STATUSES.get(name);
    return meaning == null ? name : name + " (" + meaning + ")";
  }

  /** What is left, and of how many when that is told. */
  private String stock() {
    JsonNode sku = baseInfo().path("sku");
    String left = sku.path("quantity").asText("");
    return sku.has("total_quantity") ? left + "/" + sku.path("total_quantity").asText() : left;
  }

  private String validity() {
    JsonNode dates = baseInfo().path("date_info");
    return switch (dates.path("type").asText()) {
      case "DATE_TYPE_FIX_TIME_RANGE", "1" ->
          time(dates.path("begin_timestamp")) + " to " + time(dates.path("end_timestamp"));
      case "DATE_TYPE_FIX_TERM", "2" -> term(dates);
      case "DATE_TYPE_PERMANENT" -> "permanent";
      default -> dates.path("type").asText();
    };
  }

  private static String term(JsonNode dates) {
    String days = dates.path("fixed_term").asText() + " days";
    int wait = dates.path("fixed_begin_term").asInt();
    String begin = wait == 0 ? " from the day of receipt" : ", beginning " + wait + " days later";
    long end = dates.path("end_timestamp").asLong();
    return days + begin + (end > 0 ? ", at the latest to " + BeijingTime.of(end) : "");
  }

  private static String time(JsonNode seconds) {
    return seconds.asLong() > 0 ? BeijingTime.of(seconds.asLong()) : "";
  }
}
