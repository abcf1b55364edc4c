package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The route table as a list of promises: each of WeChat's endpoints and how much of it there is,
 * and the sum of each section.
 */
final class CoverageTable {
  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("1", "Credentials and platform calls"),
          Map.entry("2", "Creating cards"),
          Map.entry("3", "Handing cards out"),
          Map.entry("4", "Redeeming"),
          Map.entry("5", "Managing cards and codes"),
          Map.entry("6", "Statistics"),
          Map.entry("7", "Member cards"),
          Map.entry("8", "Tickets"),
          Map.entry("9", "Sub-merchants"),
          Map.entry("10", "Gift cards"),
          Map.entry("11", "Discontinued"),
          Map.entry("14", "Invoices and activities"));

  private CoverageTable() {}

  static ObjectNode json(List<Route> routes) {
    ArrayNode endpoints = Json.array();
    for (Route route : routes) {
      Coverage coverage = route.coverage();
      if (!coverage.section().isEmpty()) {
        ObjectNode endpoint = endpoints.addObject();
        endpoint.put("section", coverage.section());
        endpoint.put("method", route.verb() == Route.Verb.ANY ? "GET, POST" : route.verb().name());
        endpoint.put("path", route.path() + (route.path().endsWith("/") ? "*" : ""));
        endpoint.put("coverage", coverage.extent().name().toLowerCase(Locale.ROOT));
        endpoint.put("note", coverage.note());
      }
    }
    ObjectNode table = Json.object();
    table.set("sections", sections(endpoints));
    return table.set("endpoints", endpoints);
  }

  /** How many endpoints of a section there are of each extent. */
  private static ArrayNode sections(ArrayNode endpoints) {
    Map<String, ObjectNode> bySection = new LinkedHashMap<>();
    for (JsonNode endpoint : endpoints) {
      String number = endpoint.path("section").asText();
      ObjectNode section = bySection.computeIfAbsent(number, CoverageTable::emptySection);
      String extent = endpoint.path("coverage").asText();
      section.put(extent, section.path(extent).asInt() + 1);
    }
    return Json.array().addAll(bySection.values());
  }

  private static ObjectNode emptySection(String number) {
    ObjectNode section = Json.object().put("section", number).put("title", TITLES.get(number));
    for (Coverage.Extent extent : Coverage.Extent.values()) {
      section.put(extent.name().toLowerCase(Locale.ROOT), 0);
    }
    return section;
  }
}
