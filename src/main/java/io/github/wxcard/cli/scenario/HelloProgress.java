package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Page.Paragraph;
import io.github.wxcard.output.QrStyle;
import io.github.wxcard.output.Style;
import io.github.wxcard.output.StyledLine;
import io.github.wxcard.scenario.StepReport;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Tells the walkthrough while it happens; silent when the result goes to a program. */
final class HelloProgress {
  /** What a step's result is told as, with the keys it takes from the result. */
  private record Sentence(String format, List<String> keys) {}

  private static final Map<String, Sentence> SENTENCES =
      Map.of(
          "token", new Sentence("an access token, good for %s s", List.of("expires_in")),
          "upload-logo", new Sentence("the logo is at %s", List.of("url")),
          "create", new Sentence("the card is %s", List.of("card_id")),
          "qrcode", new Sentence("the QR code hands it out: %s", List.of("show_qrcode_url")),
          "show", new Sentence("scan this: %s", List.of("url")),
          "whitelist", new Sentence("testers %s%s", List.of("username", "openid")),
          "consume", new Sentence("code %s is redeemed, held by %s", List.of("code", "openid")));

  /** Where the words of a step begin, below its number, name and state. */
  private static final int INDENT = 19;

  private static final int REMARK = 17;

  private final CommandContext context;
  private final Console console;
  private final boolean silent;
  private Optional<String> deadEnd = Optional.empty();
  private final QrStyle style = new QrStyle(QrStyle.Show.AUTO, false, false);

  HelloProgress(CommandContext context) {
    this.context = context;
    this.console = context.console();
    this.silent = context.options().wantsJson() || context.options().dryRun;
  }

  void begin(ResolvedAccount target) {
    deadEnd = deadEnd(target);
    say(
        target.builtIn()
            ? "The card walkthrough, in the built-in sandbox"
            : "The card walkthrough, with " + target.profile() + " at " + target.apiBase());
  }

  /** Why the QR code leads nowhere once this is over, so that nobody is invited to scan it. */
  private Optional<String> deadEnd(ResolvedAccount target) {
    if (!target.builtIn() || context.program().sandbox().linksLead()) {
      return Optional.empty();
    }
    boolean kept = context.program().sandbox().db().isPresent();
    return Optional.of(kept ? "answers while `wxcard sandbox serve` runs" : "nobody answers there");
  }

  void remark(String text) {
    if (!silent) {
      StyledLine blanks = console.page().styled().add(" ".repeat(REMARK));
      console.page().paragraphs(List.of(new Paragraph(blanks, text, REMARK)));
    }
  }

  void tell(StepReport step) {
    if (!silent) {
      String start = String.format(Locale.ROOT, "%d %-11s ", step.number(), step.name());
      StyledLine line = state(step, console.page().styled().add(start)).add(" ");
      console.page().paragraphs(List.of(new Paragraph(line, sentence(step).strip(), INDENT)));
    }
    if (!silent && step.ok() && step.name().equals("show")) {
      console.page().qr(step.result().orElseThrow().path("url").asText(), style);
    }
  }

  private static StyledLine state(StepReport step, StyledLine line) {
    if (step.skipped()) {
      return line.add(Style.DOUBTFUL, "skip");
    }
    return step.ok() ? line.add(Style.GOOD, "ok").add("  ") : line.add(Style.BAD, "FAIL");
  }

  private String sentence(StepReport step) {
    if (step.failure().isPresent()) {
      return step.failure().get().getMessage();
    }
    JsonNode result = step.result().orElseThrow();
    if (step.skipped()) {
      return step.reason();
    }
    if (deadEnd.isPresent() && step.name().equals("show")) {
      return result.path("url").asText() + " (" + deadEnd.get() + ")";
    }
    Sentence sentence = SENTENCES.get(step.name());
    return String.format(
        Locale.ROOT,
        sentence.format(),
        sentence.keys().stream().map(key -> value(result.path(key))).toArray());
  }

  private static String value(JsonNode value) {
    if (!value.isArray()) {
      return value.asText();
    }
    StringBuilder words = new StringBuilder();
    value.forEach(element -> words.append(element.asText()).append(' '));
    return words.toString();
  }

  private void say(String line) {
    if (!silent) {
      console.page().line(line.stripTrailing());
    }
  }
}
