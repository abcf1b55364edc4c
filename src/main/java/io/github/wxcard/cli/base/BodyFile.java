package io.github.wxcard.cli.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.Overrides;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A request body that somebody wrote down in a file, and what a command line changes in it. */
public final class BodyFile {
  @Option(
      names = "--set",
      paramLabel = "POINTER=VALUE",
      description = "Change a value of the body, named from its root; repeat for more.")
  List<String> sets = List.of();

  /**
   * As {@link #read(CommandContext, String)}, with a warning for each field that the call does not
   * know.
   */
  public ObjectNode read(CommandContext context, String file, String call) {
    ObjectNode body = read(context, file);
    DefinitionLinter.unknownFields(body, call).forEach(finding -> context.console().warn(finding));
    return body;
  }

  /** Reads a file, or standard input for {@code -}, as leniently as {@code create} does. */
  public ObjectNode read(CommandContext context, String file) {
    JsonDocument written = CommandInput.document(context, file);
    written.warnings().forEach(warning -> context.console().say(warning.toText(written.name())));
    if (Overrides.apply(written.tree(), sets, Optional.empty()) instanceof ObjectNode body) {
      return body;
    }
    throw Failure.of(
        FailureKind.INPUT,
        written.name() + " is no JSON object",
        "Write the body of the call: {…}.");
  }
}
