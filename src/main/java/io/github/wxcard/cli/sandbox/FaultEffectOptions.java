package io.github.wxcard.cli.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** What a fault does; one of these. */
final class FaultEffectOptions {
  @Option(
      names = "--errcode",
      paramLabel = "N",
      description = "Answer with this error code, and do nothing.")
  Integer errcode;

  @Option(
      names = "--http",
      paramLabel = "N",
      description = "Answer with this HTTP status and no body, and do nothing.")
  Integer http;

  @Option(names = "--drop", description = "Cut the connection, and do nothing.")
  boolean drop;

  @Option(names = "--truncate", description = "Do what is asked, and lose half of the answer.")
  boolean truncate;

  @Option(
      names = "--daily",
      paramLabel = "N",
      description = "Let N calls pass a day of Beijing time; then 45009.")
  Long daily;

  @Option(
      names = "--per-minute",
      paramLabel = "N",
      description = "Let N calls pass a minute; then 45011.")
  Long perMinute;

  void writeTo(ObjectNode rule) {
    if (drop) {
      rule.put("drop", true);
    }
    if (truncate) {
      rule.put("truncate", true);
    }
    put(rule, "errcode", errcode);
    put(rule, "http", http);
    put(rule, "daily", daily);
    put(rule, "per_minute", perMinute);
  }

  private static void put(ObjectNode rule, String name, Number value) {
    if (value != null) {
      rule.put(name, value.longValue());
    }
  }
}
