package io.github.wxcard.scenario;

import io.github.wxcard.card.JsonDocument;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.scenario.CommandRunner.ParseError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds command lines that cannot be understood before a step runs. What an earlier step will have
 * found stands for any word that fits its place.
 */
public final class CommandLineCheck {
  private final CommandRunner commands;
  private final Variables given;

  /**
   * @param given the values there are before the first step
   */
  public CommandLineCheck(CommandRunner commands, Variables given) {
    this.commands = commands;
    this.given = given;
  }

  /** Ends with one {@link Failure} of kind INPUT when a step's line is wrong. */
  public void check(JsonDocument file, Scenario scenario) {
    ValidationErrors errors = new ValidationErrors(file);
    for (int i = 0; i < scenario.steps().size(); i++) {
      Step step = scenario.steps().get(i);
      String pointer = "/steps/" + i + "/run";
      List<PlaceholderWord> line = line(step.words());
      wrong(line)
          .filter(why -> !isWanted(step, why))
          .ifPresent(why -> errors.add(pointer, told(why, line)));
    }
    errors.stopIfAny();
  }

  /** A step may be there to show that a line is refused: then no other failure would do for it. */
  private boolean isWanted(Step step, Failure why) {
    Failure another = Failure.of(FailureKind.INPUT, why.getMessage(), why.fix().orElse(null));
    return fits(step, why) && !fits(step, another);
  }

  private boolean fits(Step step, Failure failure) {
    try {
      return step.expected().check(CommandOutcome.failed(failure), given).isEmpty();
    } catch (Failure needsAnEarlierStep) {
      return false;
    }
  }

  private List<PlaceholderWord> line(List<String> words) {
    List<PlaceholderWord> line = new ArrayList<>();
    for (String word : words) {
      for (String part : given.expandGiven(word)) {
        line.add(PlaceholderWord.of(part, line.size()));
      }
    }
    return line;
  }

  private Optional<Failure> wrong(List<PlaceholderWord> line) {
    for (int i = 0; i <= line.size(); i++) {
      Optional<ParseError> error = commands.check(text(line));
      if (error.isEmpty()) {
        return Optional.empty();
      }
      Optional<PlaceholderWord> placeholder =
          line.stream().filter(each -> each.standsIn(error.get().word())).findFirst();
      if (placeholder.isEmpty()) {
        return Optional.of(error.get().failure());
      }
      if (!fill(line, line.indexOf(placeholder.get()), error.get())) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Puts a word that fits in place of a placeholder; false when there is none to be found. */
  private boolean fill(List<PlaceholderWord> line, int index, ParseError error) {
    PlaceholderWord placeholder = line.get(index);
    for (String word : error.alternatives()) {
      line.set(index, placeholder.with(word));
      String again = error.word().replace(placeholder.value(), word);
      if (commands.check(text(line)).filter(next -> next.word().equals(again)).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static List<String> text(List<PlaceholderWord> line) {
    return line.stream().map(PlaceholderWord::text).toList();
  }

  private static String told(Failure why, List<PlaceholderWord> line) {
    String told = why.getMessage() + why.fix().map(fix -> ". " + fix).orElse("");
    for (PlaceholderWord placeholder : line) {
      told = placeholder.settled() ? told : told.replace(placeholder.text(), placeholder.word());
    }
    return told;
  }

  /**
   * A word of a line with something in place of its references.
   *
   * @param value what stands there: a word like no other, until one that fits is found
   * @param settled whether it has been
   */
  private record PlaceholderWord(String word, String value, boolean settled) {
    static PlaceholderWord of(String word, int index) {
      boolean hasReference = !References.in(word).isEmpty();
      return new PlaceholderWord(word, "value-of-word-" + index + "-", !hasReference);
    }

    String text() {
      return References.fill(word, reference -> value);
    }

    PlaceholderWord with(String other) {
      return new PlaceholderWord(word, other, true);
    }

    boolean standsIn(String error) {
      return !settled && error.contains(value);
    }
  }
}
