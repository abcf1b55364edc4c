package io.github.wxcard.cli.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.card.CardTemplate;
import io.github.wxcard.card.DefinitionLinter;
import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.card.source.Diagnostic;
import io.github.wxcard.cli.base.ArgumentChecks;
import io.github.wxcard.cli.base.Document;
import io.github.wxcard.cli.base.PlainDocument;
import io.github.wxcard.cli.base.Subcommand;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.OutputFile;
import io.github.wxcard.output.Result;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a definition to start from. */
@Command(
    name = "new",
    description = "Print a definition to start from, for any type of card.",
    footer = {
      "",
      "Types: groupon, cash, discount, gift, general-coupon, member-card, meeting-ticket,",
      "movie-ticket, boarding-pass, scenic-ticket, general-card.",
      "",
      "The definition has every required field and can be created as it is. Its dates begin",
      "today, in Beijing. Without --logo the logo's address is a placeholder.",
      "",
      "Examples:",
      "  wxcard new groupon --brand 山海小馆 --title 双人套餐",
      "  wxcard new member-card --json"
    })
public final class NewCommand extends Subcommand {
  @Parameters(
      paramLabel = "TYPE",
      completionCandidates = Types.class,
      description = "The type of card, such as groupon.")
  String type;

  /** The words for a TYPE, for completion. */
  static final class Types implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return CardTemplate.types().iterator();
    }
  }

  @Option(names = "--brand", paramLabel = "NAME", description = "The merchant's name.")
  String brand;

  @Option(names = "--title", paramLabel = "T", description = "The card's title.")
  String title;

  @Option(names = "--logo", paramLabel = "URL", description = "What upload-logo printed.")
  String logo;

  @Option(names = "--out", paramLabel = "FILE", description = "Write a file, if there is none yet.")
  String out;

  @Option(names = "--force", description = "With --out: replace the file.")
  boolean force;

  @Override
  public Result run() {
    CardTemplate template =
        CardTemplate.of(type)
            .orElseThrow(
                () ->
                    Failure.of(
                        FailureKind.USAGE,
                        "'%s' is no type of card".formatted(type),
                        "Choose one of " + String.join(", ", CardTemplate.types()) + "."));
    Optional<OutputFile> file = Optional.ofNullable(out).map(this::place);
    Instant now = context.environment().clock().instant();
    JsonNode body =
        template.fill(word("--brand", brand), word("--title", title), word("--logo", logo), now);
    check(body, now);
    if (logo == null) {
      context.note(
          "logo_url is a placeholder: give wxcard create --logo FILE, or write what upload-logo"
              + " prints.");
    }
    file.ifPresent(place -> place.write(text(body)));
    return file.isPresent()
        ? Document.of(Json.object().put("file", out).put("card_type", template.cardType()), out)
        : new PlainDocument(body);
  }

  private static Optional<String> word(String option, String value) {
    if (value != null) {
      ArgumentChecks.notBlank(option, value);
    }
    return Optional.ofNullable(value);
  }

  private OutputFile place(String name) {
    ArgumentChecks.notBlank("--out", name);
    return OutputFile.fresh(context.environment().resolve(name), name, force);
  }

  /** The options may have brought in something that no card can have. */
  private void check(JsonNode body, Instant now) {
    List<Diagnostic> findings = DefinitionLinter.check(JsonDocument.of(body), now);
    for (Diagnostic diagnostic : findings) {
      if (diagnostic.isError()) {
        throw Failure.of(
            FailureKind.INPUT,
            diagnostic.pointer() + ": " + diagnostic.message(),
            diagnostic.remedy());
      }
      context
          .console()
          .warn(diagnostic.pointer() + ": " + diagnostic.message() + ". " + diagnostic.remedy());
    }
  }

  private static byte[] text(JsonNode body) {
    return (Json.pretty(body) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
