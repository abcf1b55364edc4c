package io.github.wxcard.cli.scenario;

import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.output.Console;
import io.github.wxcard.output.Style;
import io.github.wxcard.output.StyledLine;
import io.github.wxcard.scenario.Step;
import io.github.wxcard.scenario.StepReport;
import io.github.wxcard.text.SecretMask;
import java.util.List;
import java.util.Locale;

/** Tells each step when it has ended; silent when the result goes to a program. */
final class RunProgress {
  private final Console console;
  private final boolean silent;
  private final SecretMask mask;
  private final int width;
  private final int digits;

  RunProgress(CommandContext context, SecretMask mask, List<Step> steps) {
    this.console = context.console();
    this.silent = context.options().wantsJson();
    this.mask = mask;
    this.width = steps.stream().mapToInt(step -> step.name().length()).max().orElse(0);
    this.digits = String.valueOf(steps.size()).length();
  }

  void tell(StepReport step) {
    if (silent) {
      return;
    }
    StepText text = new StepText(step);
    String start =
        String.format(
            Locale.ROOT, "%" + digits + "d %-" + width + "s ", step.number(), step.name());
    String end = step.skipped() ? " " + text.reason() : took(step);
    StyledLine line = console.page().styled().add(start);
    console.page().line(state(step, line).add(end));
    if (step.state() == StepReport.State.FAILED) {
      say("$ wxcard " + text.command());
      text.troubles().forEach(this::say);
    }
  }

  private void say(String line) {
    console.page().line(" ".repeat(digits + 1) + mask.text(line));
  }

  private static String took(StepReport step) {
    return String.format(Locale.ROOT, " %6d ms", step.ms());
  }

  private static StyledLine state(StepReport step, StyledLine line) {
    return switch (step.state()) {
      case DONE -> line.add(Style.GOOD, "ok  ");
      case FAILED -> line.add(Style.BAD, "FAIL");
      case SKIPPED, INTERRUPTED -> line.add(Style.DOUBTFUL, "skip");
    };
  }
}
