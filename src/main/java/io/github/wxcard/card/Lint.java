package io.github.wxcard.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks at a card definition before WeChat does, offline. */
public final class Lint {
  private final CardSchema schema = CardSchema.standard();
  private final Report report;
  private final JsonNode tree;
  private final CardBody body;

  private Lint(Definition definition, Report report) {
    this.report = report;
    this.tree = definition.tree();
    this.body = CardBody.of(tree);
    report.addAll(slips(definition));
  }

  /**
   * Everything worth saying about a definition that is to be sent to {@code /card/create}, slips of
   * the text included, in the order of the text.
   *
   * @param now what is past
   */
  public static List<Finding> check(Definition definition, Instant now) {
    Report report = new Report(definition.positions(), false);
    Lint lint = new Lint(definition, report);
    Optional<OtherBody> other = OtherBodies.standard().find(definition.tree());
    if (lint.body.found() && other.isEmpty()) {
      lint.card(now);
    } else {
      lint.noCard(other);
    }
    return report.findings();
  }

  /**
   * As {@link #check}, but a body of another call is looked at as what it is.
   *
   * @return that call's path
   */
  static Optional<String> run(Definition definition, Instant now, Report report) {
    Lint lint = new Lint(definition, report);
    Optional<OtherBody> other = OtherBodies.standard().find(definition.tree());
    if (other.isPresent()) {
      lint.other(other.get());
    } else if (AnswerBody.fits(definition.tree())) {
      report.error(
          "/errcode",
          "answer-as-request",
          "this is an answer of WeChat's, no request",
          "Give the body that you send.");
    } else if (lint.body.found()) {
      lint.card(now);
    } else {
      lint.noCard(other);
    }
    return other.map(OtherBody::call);
  }

  /** Only where the text is not strict JSON: for a call that wants no lint. */
  public static List<Finding> slips(Definition definition) {
    return definition.slips().stream().map(Slip::finding).toList();
  }

  private void other(OtherBody other) {
    new TreeLint(report, other.cardType(), List.of()).check("", tree, other.schema());
  }

  private void noCard(Optional<OtherBody> other) {
    report.misplaced(
        "/card",
        Level.ERROR,
        "required",
        other
            .map(body -> "this is the body of %s, no card definition".formatted(body.call()))
            .orElse("this is no card definition: card is missing"),
        "Write {\"card\":{\"card_type\":\"GROUPON\",\"groupon\":{…}}}.");
  }

  private void card(Instant now) {
    TreeLint walk = new TreeLint(report, cardType(), foreign());
    if (body.pointer().isEmpty()) {
      report.misplaced(
          "/card",
          Level.ERROR,
          "required",
          "card is missing around it",
          "Wrap it: {\"card\":{…}}.");
      walk.check("", body.card(), schema.card());
    } else {
      walk.check("", tree, schema.root());
    }
    inner(walk);
    for (Rule rule : schema.rules()) {
      boolean certain = !report.shaken() || !rule.looksForAbsence();
      if (certain && rule.broken(cardType(), body.inner(), now)) {
        String pointer = body.innerPointer() + rule.at();
        report.add(pointer, rule.level(), rule.name(), rule.message(), rule.fix());
      }
    }
  }

  /** The card's own object must stand under the key that its type asks for, and be the only one. */
  private void inner(TreeLint walk) {
    String wanted = body.type().toLowerCase(Locale.ROOT);
    Optional<Field> field = schema.inner(cardType());
    if (field.isPresent() && !body.card().has(wanted)) {
      report.misplaced(
          body.pointer() + "/" + wanted,
          Level.ERROR,
          "inner-key",
          "%s is missing: %s keeps its content there".formatted(wanted, body.type()),
          body.inner().isObject() ? "Rename %s.".formatted(body.key()) : "Add it.");
    }
    if (field.isPresent() && !schema.card().properties().containsKey(body.key())) {
      walk.check(body.innerPointer(), body.inner(), field.get());
    }
    for (String pointer : foreign()) {
      report.misplaced(
          pointer,
          Level.WARNING,
          "inner-key",
          "%s has no part in a card of type %s".formatted(Pointers.last(pointer), body.type()),
          "Leave it out.");
    }
  }

  /** Objects of other card types beside this card's own. */
  private List<String> foreign() {
    return schema.card().properties().keySet().stream()
        .filter(key -> !key.equals("card_type") && !key.equals(body.key()) && body.card().has(key))
        .map(key -> body.pointer() + "/" + key)
        .toList();
  }

  /** The declared type; when it is not a known one, the type that the inner key implies. */
  private String cardType() {
    return schema.inner(body.type()).isPresent()
        ? body.type()
        : body.key().toUpperCase(Locale.ROOT);
  }
}
