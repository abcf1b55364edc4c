package io.github.wxcard.cli.tool;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.client.KnownCalls;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of the API that wxcard knows, and what to say of another one. */
final class KnownPaths {
  /** What WeChat answers to a path that it does not have. */
  private static final int INVALID_URL = 40066;

  /** What WeChat's paths beside the card calls begin with: of these not all are known here. */
  private static final List<String> OTHER_FAMILIES =
      List.of(
          "/cgi-bin/",
          "/datacube/",
          "/customservice/",
          "/sns/",
          "/wxa/",
          "/wxaapi/",
          "/semantic/",
          "/shakearound/",
          "/bizwifi/",
          "/scan/",
          "/merchant/");

  private KnownPaths() {}

  static List<String> all() {
    return KnownCalls.all().stream().map(KnownCalls.Known::path).toList();
  }

  /** A line for each call; {@code {"calls":[{method,path,changes}]}}. */
  static Document list() {
    ObjectNode json = Json.object();
    ArrayNode calls = json.putArray("calls");
    List<String> lines = new ArrayList<>();
    for (KnownCalls.Known call : KnownCalls.all()) {
      calls
          .addObject()
          .put("method", call.method())
          .put("path", call.path())
          .put("changes", !call.reads());
      lines.add("%-4s %s".formatted(call.method(), call.path()));
    }
    return new Document(json, lines);
  }

  /** The one that an unknown path may have been meant for; empty for a known one. */
  static Optional<String> meantBy(String path) {
    return all().contains(path) ? Optional.empty() : SpellingSuggestion.nearest(path, all(), 2);
  }

  /** Makes the refusal of an unknown path say so, and name the one that was meant. */
  static void explain(Failure refused, String path) {
    if (!refused.errcode().equals(Optional.of(INVALID_URL)) || all().contains(path)) {
      return;
    }
    refused.meaning(meaning(path, refused.reason().isPresent()));
    refused.fix(
        SpellingSuggestion.nearest(path, all())
            .map("Did you mean %s? `wxcard api --list` shows the calls."::formatted)
            .orElse("`wxcard api --list` shows the calls that wxcard knows."));
  }

  /** A sandbox plays the card calls alone, so it cannot know what else WeChat has. */
  private static String meaning(String path, boolean bySandbox) {
    return bySandbox && OTHER_FAMILIES.stream().anyMatch(path::startsWith)
        ? "It is none of the card calls, which are all that a sandbox plays; WeChat may have it."
        : "The API has no such path.";
  }
}
