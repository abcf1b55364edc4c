package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.Lint;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.Kind;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Optional;

/** Reads a card definition, changes it as the options say, and checks it. */
public final class DefinitionLoader {
  /** Stands for the URL of an image that is uploaded once the rest is known to be right. */
  public static final String UPLOADED_LATER = "http://mmbiz.qpic.cn/mmbiz/uploaded-later/0";

  private final CommandContext context;
  private final List<String> sets;
  private final boolean lint;

  public DefinitionLoader(CommandContext context, List<String> sets, boolean lint) {
    this.context = context;
    this.sets = sets;
    this.lint = lint;
  }

  /** Reads a file, or standard input for {@code -}. */
  public JsonDocument read(String file) {
    return InputDocument.read(context, file);
  }

  /** The body to send; errors of lint stop here, warnings are said. */
  public JsonNode finish(JsonDocument definition, Optional<String> logoUrl) {
    for (Diagnostic warning : check(definition, logoUrl)) {
      DiagnosticLine.say(context.console(), warning, definition.name());
    }
    return changed(definition, logoUrl).tree();
  }

  /** Stops at errors of lint; what remains are warnings. */
  public List<Diagnostic> check(JsonDocument definition, Optional<String> logoUrl) {
    JsonDocument changed = changed(definition, logoUrl);
    List<Diagnostic> findings =
        lint ? Lint.check(changed, context.environment().clock().instant()) : changed.warnings();
    long errors = findings.stream().filter(Diagnostic::isError).count();
    if (errors > 0) {
      throw refusal(definition.name(), findings, errors);
    }
    return findings;
  }

  /** The body with its logo, without another look at it. */
  public JsonNode withLogo(JsonDocument definition, String url) {
    return changed(definition, Optional.of(url)).tree();
  }

  private JsonDocument changed(JsonDocument definition, Optional<String> logoUrl) {
    return Overrides.apply(definition, sets, logoUrl);
  }

  private static Failure refusal(String name, List<Diagnostic> findings, long errors) {
    Failure failure =
        Failure.of(
            Kind.INPUT,
            name + " has " + errors + (errors == 1 ? " error" : " errors") + "; nothing was sent",
            "Correct what is said above, or send it as it is with --no-lint.");
    ArrayNode list = Json.array();
    findings.forEach(finding -> list.add(finding.json()));
    findings.forEach(finding -> failure.detail(finding.toText(name)));
    return failure.extra("findings", list);
  }
}
