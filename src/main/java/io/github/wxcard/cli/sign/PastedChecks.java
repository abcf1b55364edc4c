package io.github.wxcard.cli.sign;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import io.github.wxcard.output.Page;
import io.github.wxcard.output.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What became of each of the cards that were pasted together. */
final class PastedChecks {
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
