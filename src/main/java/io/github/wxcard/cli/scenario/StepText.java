package io.github.wxcard.cli.scenario;

import io.github.wxcard.error.Failure;
import io.github.wxcard.output.JunitXml.Case;
import io.github.wxcard.scenario.StepReport;
import io.github.wxcard.scenario.StepReport.Mismatch;
import io.github.wxcard.text.Language;
import io.github.wxcard.text.ShellWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** A step in words. */
record StepText(StepReport step) {
  /** What was run, as it can be pasted into a shell after the program's name. */
  String command() {
    return step.words().stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
  }

  /**
   * The step for a CI system.
   *
   * @param why what is wrong with it when it has failed
   */
  Case testCase(Supplier<String> why) {
    if (step.skipped()) {
      return Case.skipped(step.name(), step.reason());
    }
    Duration took = Duration.ofMillis(step.ms());
    return step.ok() ? Case.passed(step.name(), took) : Case.failed(step.name(), took, why.get());
  }

  /** What is wrong with a failed step, the shortest first; a line each. */
  List<String> troubles() {
    List<String> lines = new ArrayList<>(step.mismatches().stream().map(Mismatch::text).toList());
    step.failure().ifPresent(failure -> addTo(lines, failure));
    lines.addAll(step.outcome().said());
    return lines;
  }

  private static void addTo(List<String> lines, Failure failure) {
    String code = failure.errcode().map(number -> ", errcode " + number).orElse("");
    String text = failure.errmsg().map(words -> ", " + words).orElse("");
    lines.add("error: " + failure.getMessage() + code + text);
    failure.reason().ifPresent(reason -> lines.add("The sandbox: " + reason));
    lines.addAll(failure.details());
    boolean chinese = failure.language() == Language.ZH;
    failure.meaning().ifPresent(meaning -> lines.add((chinese ? "含义：" : "Meaning: ") + meaning));
    failure.fix().ifPresent(fix -> lines.add((chinese ? "处理：" : "Next: ") + fix));
  }
}
