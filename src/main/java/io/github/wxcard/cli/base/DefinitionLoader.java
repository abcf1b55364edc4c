package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.util.List;
import java.util.Optional;

/** Changes a card definition as the options of a command say, and checks it. */
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

  /** A definition as the options change it; errors of lint stop here, warnings are said. */
  public JsonDocument load(JsonDocument written, Optional<String> logoUrl) {
    JsonDocument definition = Overrides.apply(written, sets, logoUrl);
    for (Diagnostic warning : check(definition)) {
      DiagnosticPrinter.say(context.console(), warning, definition.name());
    }
    return definition;
  }

  /** Stops at errors of lint; what remains are warnings. */
  public List<Diagnostic> check(JsonDocument definition) {
    List<Diagnostic> diagnostics =
        lint
            ? DefinitionLinter.check(definition, context.environment().clock().instant())
            : definition.warnings();
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    if (errors > 0) {
      throw refusal(definition.name(), diagnostics, errors);
    }
    return diagnostics;
  }

  private static Failure refusal(String name, List<Diagnostic> diagnostics, long errors) {
    Failure failure =
        Failure.of(
            FailureKind.INPUT,
            name + " has " + errors + (errors == 1 ? " error" : " errors") + "; nothing was sent",
            "Correct what is said above, or send it as it is with --no-lint.");
    ArrayNode list = Json.array();
    diagnostics.forEach(diagnostic -> list.add(diagnostic.json()));
    diagnostics.forEach(diagnostic -> failure.detail(diagnostic.toText(name)));
    return failure.extra("findings", list);
  }
}
