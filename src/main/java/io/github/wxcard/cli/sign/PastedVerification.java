package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.cli.base.CommandInput;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.input.Utf8;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import io.github.wxcard.sign.Signable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges what a page passes on as WeChat reads it. */
final class PastedVerification<S extends Signable> {
  /** What is shorter may stand in a page by chance. */
  private static final int SHORTEST_TICKET = 16;

  private final SigningCommand<S> command;
  private final CommandContext context;

  PastedVerification(SigningCommand<S> command) {
    this.command = command;
    this.context = command.context;
  }

  Result run() {
    String text = Utf8.decode(CommandInput.bytes(context, command.params), command.params);
    List<PastedParameters> all = PastedObjects.read(text, command.format);
    PastedChecks checks = new PastedChecks(all.size());
    boolean told = false;
    for (PastedParameters one : all) {
      one.warnings().forEach(warning -> context.console().warn(checks.where() + warning));
      String digest = command.verify == null ? command.pastedDigest(one.asMeant()) : command.verify;
      if (digest.isEmpty() && all.size() == 1) {
        throw Failure.of(
            FailureKind.INPUT,
            "there is no digest among the parameters of " + command.format.shown(),
            "Paste all of them, or give it with --verify.");
      }
      S values = values(one);
      if (!context.recorded().isEmpty()) {
        return command.result(values, one);
      }
      values.warnings().forEach(warning -> context.console().warn(checks.where() + warning));
      List<String> holding = one.holding(values.secret());
      holding.forEach(
          name ->
              context
                  .console()
                  .warn(checks.where() + PastedParameters.leak(command.format.shown(), name)));
      told |= one.leaks() || !holding.isEmpty();
      if (!told && isSecretIn(text, values.secret())) {
        context.console().warn(PastedParameters.leak("the page", "the ticket"));
        told = true;
      }
      checks.add(
          command.label(values),
          refusal(values, one, digest).map(failure -> failure.in(context.language())),
          command.result(values, one));
    }
    checks
        .refusal()
        .ifPresent(
            failure -> {
              throw failure;
            });
    context.console().say(all.size() == 1 ? "The digest fits." : "The digests of all cards fit.");
    return checks.result();
  }

  /** Whether it stands anywhere, inside another value or beside what is read. */
  private boolean isSecretIn(String text, String secret) {
    return command.format != PastedFormat.CALLBACK
        && secret.length() >= SHORTEST_TICKET
        && text.contains(secret);
  }

  private S values(PastedParameters pasted) {
    return command.signable(
        pasted,
        command.given(command.timestamp, pasted, "timestamp"),
        command.given(command.nonce, pasted, command.format.nonce()));
  }

  /** Why WeChat would refuse what it reads of the parameters; empty when it would not. */
  private Optional<Failure> refusal(S read, PastedParameters pasted, String digest) {
    Set<PageFailureCause> causes = new LinkedHashSet<>(pasted.causes());
    causes.addAll(command.causes(pasted));
    boolean fits = read.signature().digest().equals(digest);
    S meant = pasted.misnamed().isEmpty() ? read : values(pasted.asMeant());
    if (!fits && meant.signature().digest().equals(digest)) {
      fits = true;
      causes.addAll(pasted.misreadings(command.format));
    }
    if (!fits) {
      Failure failure =
          command.verification(meant, pasted.asMeant()).refusal(digest, command.explain);
      PageFailureCause.addTo(failure, List.copyOf(causes));
      return Optional.of(failure);
    }
    if (causes.isEmpty()) {
      command.checkFurther(read, pasted);
      return Optional.empty();
    }
    return Optional.of(PageFailureCause.refusal(List.copyOf(causes)));
  }

  /** What became of each of the cards that were pasted together. */
  private static final class PastedChecks {
    private final int number;
    private final List<SignatureResult> results = new ArrayList<>();
    private final List<Failure> refusals = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    PastedChecks(int number) {
      this.number = number;
    }

    /** Which card comes next, where there are several. */
    String where() {
      return number == 1 ? "" : "card " + (results.size() + 1) + ": ";
    }

    void add(String label, Optional<Failure> refusal, SignatureResult result) {
      refusal.ifPresent(failure -> refused(label, failure));
      results.add(result);
    }

    private void refused(String label, Failure failure) {
      String card = String.format(Locale.ROOT, "card %d (%s): ", results.size() + 1, label);
      lines.add(card + failure.getMessage());
      failure.meaning().ifPresent(meaning -> lines.add(card + meaning));
      failure.fix().ifPresent(fix -> lines.add(card + fix));
      failure.details().forEach(detail -> lines.add(card + detail));
      refusals.add(failure);
    }

    /** The one failure, or all in one. */
    Optional<Failure> refusal() {
      if (refusals.isEmpty()) {
        return Optional.empty();
      }
      if (number == 1) {
        return Optional.of(refusals.get(0));
      }
      Failure all =
          Failure.of(
              FailureKind.REFUSED,
              String.format(
                  Locale.ROOT, "%d of %d cards would fail in WeChat", refusals.size(), number),
              "Correct what is said above.");
      lines.forEach(all::detail);
      return Optional.of(all);
    }

    Result result() {
      return number == 1 ? results.get(0) : new Cards(List.copyOf(results));
    }

    /** Several cards, each with its signature. */
    private record Cards(List<SignatureResult> cards) implements Result {
      @Override
      public JsonNode json() {
        ArrayNode list = Json.array();
        cards.forEach(card -> list.add(card.json()));
        return Json.object().set("cards", list);
      }

      @Override
      public void text(Page page) {
        cards.forEach(card -> card.text(page));
      }
    }
  }
}
