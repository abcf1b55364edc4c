package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The definitions that come with the program, and changed copies of them. */
public final class Samples {
  /** The moment at which tests look at dates. */
  public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  public static final List<String> DEFINITIONS =
      List.of(
          "groupon.json",
          "cash.json",
          "discount.json",
          "gift.json",
          "general-coupon.json",
          "member-card.json",
          "meeting-ticket.json");

  private Samples() {}

  public static Path path(String name) {
    return Path.of("samples").resolve(name);
  }

  public static JsonDocument read(String name) {
    return DocumentReader.readFile(path(name), name);
  }

  /** A sample with changes in turn, each POINTER=VALUE; a null takes the field's value away. */
  public static JsonNode changed(String name, String... sets) {
    JsonNode tree = read(name).tree();
    for (String set : sets) {
      tree = Overrides.apply(tree, List.of(set), Optional.empty());
    }
    return tree;
  }

  /** The same document with other content; what did not change keeps its place. */
  public static JsonDocument changed(JsonDocument sample, JsonNode tree) {
    return new JsonDocument(sample.name(), tree, sample.warnings(), sample.sourceMap(), List.of());
  }

  static List<Diagnostic> lint(String name, String... sets) {
    JsonDocument sample = read(name);
    return DefinitionLinter.check(changed(sample, changed(name, sets)), NOW);
  }

  static List<Diagnostic> lint(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return DefinitionLinter.check(DocumentReader.read(bytes, "card.json"), NOW);
  }
}
