package io.github.wxcard.sandbox.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Locale;

/**
 * The route table as a list of promises: each of WeChat's endpoints and how much of it there is.
 */
final class CoverageTable {
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
    return Json.object().set("endpoints", endpoints);
  }
}
