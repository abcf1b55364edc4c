package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.Route.Coverage;
import io.github.wxcard.sandbox.http.RouteTable.Section;
import java.util.List;
import java.util.Locale;

/**
 * The route table as a list of promises: each of WeChat's endpoints and how much of it there is,
 * and the sum of each section.
 */
final class CoverageTable {
  private CoverageTable() {}

  static ObjectNode json(List<Section> table) {
    ArrayNode sections = Json.array();
    ArrayNode endpoints = Json.array();
    for (Section section : table) {
      if (!section.number().isEmpty()) {
        sections.add(sum(section));
        section.routes().forEach(route -> endpoints.add(endpoint(section, route)));
      }
    }
    ObjectNode report = Json.object();
    report.set("sections", sections);
    return report.set("endpoints", endpoints);
  }

  private static ObjectNode sum(Section section) {
    ObjectNode sum = Json.object().put("section", section.number()).put("title", section.title());
    for (Coverage coverage : Coverage.values()) {
      long count = section.routes().stream().filter(each -> each.coverage() == coverage).count();
      sum.put(word(coverage), count);
    }
    return sum;
  }

  private static ObjectNode endpoint(Section section, Route route) {
    String methods = route.verb() == Route.Verb.ANY ? "GET, POST" : route.verb().name();
    return Json.object()
        .put("section", section.number())
        .put("method", methods)
        .put("path", route.path() + (route.path().endsWith("/") ? "*" : ""))
        .put("coverage", word(route.coverage()))
        .put("note", route.note());
  }

  private static String word(Coverage coverage) {
    return coverage.name().toLowerCase(Locale.ROOT);
  }
}
