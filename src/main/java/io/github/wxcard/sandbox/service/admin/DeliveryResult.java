package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * How an attempt to deliver an event ended. What another machine said is kept apart: whoever can
 * set the callback address could read with it what only this machine can reach.
 *
 * @param words what happened, in the sandbox's own words
 * @param quoted what the merchant's server said, or its like; empty for nothing
 */
public record DeliveryResult(String words, String quoted) {
  private static final char SEPARATOR = '\u001f';

  /**
   * One text for both.
   *
   * @param ofThisMachine whether a server of this machine said it, which anybody here can ask
   */
  public String kept(boolean ofThisMachine) {
    return quoted.isEmpty() ? words : words + (ofThisMachine ? ": " : SEPARATOR) + quoted;
  }

  /**
   * What is shown of a kept text.
   *
   * @param trusted whether to somebody who may see everything
   */
  static String shown(String kept, boolean trusted) {
    int end = kept.indexOf(SEPARATOR);
    if (end < 0) {
      return kept;
    }
    return kept.substring(0, end)
        + (trusted
            ? ": " + kept.substring(end + 1)
            : " (what it said is shown to those who send X-Wxcard-Token)");
  }

  /** The same in all events of an export. */
  static ObjectNode hidden(ObjectNode dump) {
    for (JsonNode event : dump.at("/tables/event")) {
      if (event instanceof ObjectNode row && row.has("result")) {
        row.put("result", shown(row.path("result").asText(), false));
      }
    }
    return dump;
  }
}
