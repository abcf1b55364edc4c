package io.github.wxcard.cli.tool;

import io.github.wxcard.error.Failure;
import io.github.wxcard.text.SpellingSuggestion;
import java.util.List;
import java.util.Optional;

/** What a refusal of a path that wxcard does not know means. */
final class UnknownPath {
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

  private UnknownPath() {}

  /** Says so, where the refusal is one of an unknown path, and names the one that was meant. */
  static void explain(Failure refused, String path, List<String> known) {
    if (!refused.errcode().equals(Optional.of(INVALID_URL)) || known.contains(path)) {
      return;
    }
    refused.meaning(meaning(path, refused.reason().isPresent()));
    refused.fix(
        SpellingSuggestion.nearest(path, known)
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
