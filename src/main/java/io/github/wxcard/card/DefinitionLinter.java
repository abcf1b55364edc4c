package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.card.source.JsonPointers;
import io.github.wxcard.card.source.JsonSourceMap;
import io.github.wxcard.card.source.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Looks at a card definition before WeChat does, offline. */
public final class DefinitionLinter {
  private final CardSchema schema = CardSchema.standard();
  private final DiagnosticCollector diagnostics;
  private final JsonNode tree;
  private final CardBody body;

  private DefinitionLinter(JsonNode tree, DiagnosticCollector diagnostics) {
    this.diagnostics = diagnostics;
    this.tree = tree;
    this.body = CardBody.of(tree);
  }

  /**
   * Everything worth saying about a definition that is to be sent to {@code /card/create}, warnings
   * about the text included, in the order of the text.
   *
   * @param now what is past
   */
  public static List<Diagnostic> check(JsonDocument definition, Instant now) {
    DiagnosticCollector diagnostics =
        new DiagnosticCollector(definition.sourceMap(), definition.assignments(), false);
    diagnostics.addAll(definition.warnings());
    run(
        definition,
        diagnostics,
        (tree, into) -> new DefinitionLinter(tree, into).checkDefinition(now));
    return diagnostics.all();
  }

  /**
   * As {@link #check}, but a body of another call is looked at as what it is.
   *
   * @return what it is called then
   */
  static Optional<String> lintAny(
      JsonDocument definition, Instant now, DiagnosticCollector diagnostics) {
    diagnostics.addAll(definition.warnings());
    run(definition, diagnostics, (tree, into) -> new DefinitionLinter(tree, into).checkAny(now));
    return BodySchemas.standard().find(definition.tree()).map(BodySchema::name);
  }

  private static void run(
      JsonDocument definition,
      DiagnosticCollector diagnostics,
      BiConsumer<JsonNode, DiagnosticCollector> lint) {
    lint.accept(definition.tree(), diagnostics);
    new FixVerifier(definition.tree(), diagnostics, lint).run();
  }

  private void checkDefinition(Instant now) {
    Optional<BodySchema> other = BodySchemas.standard().find(tree);
    if (body.found() && other.isEmpty()) {
      checkCard(now);
    } else {
      reportNoCard(other);
    }
  }

  private void checkAny(Instant now) {
    Optional<BodySchema> other = BodySchemas.standard().find(tree);
    if (other.isPresent()) {
      checkBody(other.get());
    } else if (tree.has("errcode") && !body.inner().isObject()) {
      // An answer that holds no card: that of /card/create, or of an error.
      diagnostics.error(
          "/errcode",
          "answer-as-request",
          "this is an answer of WeChat's, no request",
          "Give the body that you send.");
    } else if (body.found()) {
      checkCard(now);
    } else {
      reportNoCard(other);
    }
  }

  /** What the body of a call holds that the call does not know, a line each. */
  public static List<String> unknownFields(JsonNode tree, String call) {
    DiagnosticCollector diagnostics =
        new DiagnosticCollector(JsonSourceMap.none(), List.of(), false);
    BodySchemas.standard()
        .of(call)
        .ifPresent(body -> new DefinitionLinter(tree, diagnostics).checkBody(body));
    return diagnostics.all().stream()
        .filter(diagnostic -> diagnostic.rule().equals("unknown-field"))
        .map(diagnostic -> diagnostic.advice(""))
        .toList();
  }

  private void checkBody(BodySchema other) {
    SchemaValidator walk =
        new SchemaValidator(diagnostics, other.cardType(), List.of(), other.misplaceable());
    walk.check("", tree, other.schema());
    if (other.isUpdate()) {
      for (String pointer : ImmutableFields.in(tree)) {
        diagnostics.error(pointer, "unchangeable", "an update does not change it", "Leave it out.");
      }
    }
  }

  private void reportNoCard(Optional<BodySchema> other) {
    diagnostics.misplaced(
        "/card",
        Severity.ERROR,
        "required",
        other
            .map(body -> "this is %s, no card definition".formatted(body.name()))
            .orElse(
                "this is no card definition: card is "
                    + (tree.has("card") ? "no object" : "missing")),
        "Write {\"card\":{\"card_type\":\"GROUPON\",\"groupon\":{…}}}.");
  }

  private void checkCard(Instant now) {
    String type = contentType();
    boolean misnamed = misnamed();
    List<String> alone = new ArrayList<>(foreign());
    if (misnamed) {
      alone.add(body.innerPointer());
    }
    SchemaValidator walk = new SchemaValidator(diagnostics, type, alone, schema.names());
    if (body.pointer().isEmpty()) {
      diagnostics.misplaced(
          "/card",
          Severity.ERROR,
          "required",
          "card is missing around it",
          "Wrap it: {\"card\":{…}}.");
      walk.check("", body.card(), schema.card());
    } else {
      walk.check("", tree, schema.root());
    }
    if (misnamed) {
      SchemaValidator inner = new SchemaValidator(diagnostics, type, List.of(), schema.names());
      schema.inner(type).ifPresent(field -> inner.check(body.innerPointer(), body.inner(), field));
    }
    checkInnerKey(type);
    for (CardRule rule : schema.rules()) {
      boolean certain = !diagnostics.nestingUncertain() || !rule.looksForAbsence();
      if (certain && rule.broken(type, body.inner(), now)) {
        String pointer = body.innerPointer() + rule.at();
        diagnostics.add(pointer, rule.severity(), rule.name(), rule.message(), rule.remedy());
      }
    }
  }

  /** The card's own object must stand under the key that its type asks for, and be the only one. */
  private void checkInnerKey(String type) {
    if (schema.inner(body.type()).isPresent() && !body.card().hasNonNull(wanted())) {
      String fix =
          type.equals(body.type())
              ? "Rename %s.".formatted(body.key())
              : "Write %s as card_type.".formatted(type);
      diagnostics.misplaced(
          body.pointer() + "/" + wanted(),
          Severity.ERROR,
          "inner-key",
          "%s is missing: %s keeps its content there".formatted(wanted(), body.type()),
          body.inner().isObject() ? fix : "Add it.");
    }
    for (String pointer : foreign()) {
      diagnostics.misplaced(
          pointer,
          Severity.WARNING,
          "inner-key",
          "%s has no part in a card of type %s".formatted(JsonPointers.last(pointer), body.type()),
          "Leave it out.");
    }
  }

  private String wanted() {
    return body.type().toLowerCase(Locale.ROOT);
  }

  /** Whether the only object that looks like a card's own stands under another key. */
  private boolean misnamed() {
    return body.inner().isObject() && !body.key().equals(wanted());
  }

  /** Objects of other card types beside this card's own. */
  private List<String> foreign() {
    return schema.card().properties().keySet().stream()
        .filter(key -> !key.equals("card_type") && !key.equals(body.key()) && body.card().has(key))
        .map(key -> body.pointer() + "/" + key)
        .toList();
  }

  /** The declared type, unless the key's own type is the one that the content is made for. */
  private String contentType() {
    String implied = body.key().toUpperCase(Locale.ROOT);
    boolean other = schema.inner(body.type()).isEmpty() || (!fits(body.type()) && fits(implied));
    return other ? implied : body.type();
  }

  private boolean fits(String type) {
    return schema
        .inner(type)
        .filter(field -> field.required().stream().allMatch(body.inner()::has))
        .isPresent();
  }
}
