package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.http.Route.Coverage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A part of WeChat's interface.
 *
 * @param number empty for what is the sandbox's own
 */
record ApiSection(String number, String title, List<Route> routes) {
  static ApiSection section(String number, String title, Route... routes) {
    return new ApiSection(number, title, List.of(routes));
  }

  ApiSection and(List<Route> more) {
    return new ApiSection(number, title, Stream.of(routes, more).flatMap(List::stream).toList());
  }

  /** Each of WeChat's endpoints and how much of it there is, and the sum of each section. */
  static ObjectNode coverage(List<ApiSection> table) {
    ArrayNode sections = Json.array();
    ArrayNode endpoints = Json.array();
    for (ApiSection section : table) {
      if (!section.number().isEmpty()) {
        sections.add(sum(section));
        section.routes().forEach(route -> endpoints.add(endpoint(section, route)));
      }
    }
    ObjectNode report = Json.object();
    report.set("sections", sections);
    return report.set("endpoints", endpoints);
  }

  private static ObjectNode sum(ApiSection section) {
    ObjectNode sum = Json.object().put("section", section.number()).put("title", section.title());
    for (Coverage coverage : Coverage.values()) {
      long count = section.routes().stream().filter(each -> each.coverage() == coverage).count();
      sum.put(word(coverage), count);
    }
    return sum;
  }

  private static ObjectNode endpoint(ApiSection section, Route route) {
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
