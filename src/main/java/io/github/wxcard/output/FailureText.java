package io.github.wxcard.output;

import io.github.wxcard.error.Failure;
import io.github.wxcard.text.Language;

/** A failure for a person: what failed, WeChat's own words, what it means, what to do next. */
record FailureText(Console console) {
  void say(Failure failure) {
    console.say(console.onErr().add(Ink.BAD, "error:").add(" " + headline(failure)));
    failure.reason().ifPresent(text -> say("The sandbox:", " ", text));
    failure.details().forEach(line -> console.say("  " + line));
    boolean chinese = failure.language() == Language.ZH;
    String gap = chinese ? "" : " ";
    failure.meaning().ifPresent(text -> say(chinese ? "含义：" : "Meaning:", gap, text));
    failure.fix().ifPresent(text -> say(chinese ? "处理：" : "Next:", gap, text));
  }

  private void say(String label, String gap, String text) {
    console.say(console.onErr().add("  ").add(Ink.STRONG, label).add(gap + text));
  }

  private static String headline(Failure failure) {
    String refusal =
        failure
            .errcode()
            .map(code -> ": errcode " + code + " " + failure.errmsg().orElse(""))
            .orElse("");
    return (failure.getMessage() + refusal).stripTrailing();
  }
}
