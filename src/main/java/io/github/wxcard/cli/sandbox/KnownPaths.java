package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.client.SandboxApi;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The paths of the API that a sandbox knows. */
final class KnownPaths {
  private final SandboxApi sandbox;

  KnownPaths(SandboxApi sandbox) {
    this.sandbox = sandbox;
  }

  /** What to say of a path that no call of the API has; empty for one that is known. */
  Optional<String> doubt(String path) {
    List<String> known = new ArrayList<>();
    for (JsonNode endpoint : sandbox.get("/sandbox/coverage").path("endpoints")) {
      known.add(endpoint.path("path").asText());
    }
    return known.stream().anyMatch(each -> covers(each, path))
        ? Optional.empty()
        : Optional.of(
            "the sandbox knows no call "
                + path
                + SpellingSuggestion.nearest(path, known)
                    .map(near -> "; was " + near + " meant?")
                    .orElse(""));
  }

  /** One that ends in a star stands for all below it. */
  private static boolean covers(String known, String path) {
    return known.endsWith("*")
        ? path.startsWith(known.substring(0, known.length() - 1))
        : known.equals(path);
  }
}
