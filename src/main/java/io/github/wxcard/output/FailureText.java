package io.github.wxcard.output;

import io.github.wxcard.error.Failure;
import io.github.wxcard.text.Language;

/** A failure for a person: what failed, WeChat's own words, what it means, what to do next. */
record FailureText(Console console) {
  void say(Failure failure) {
    console.say(console.onErr().add(Ink.BAD, "error:").add(" " + headline(failure)));
    failure.reason().ifPresent(text -> console.say("  The sandbox: " + text));
    failure.details().forEach(line -> console.say("  " + line));
    boolean chinese = failure.language() == Language.ZH;
    String meaning = chinese ? "  含义：" : "  Meaning: ";
    String fix = chinese ? "  处理：" : "  Next: ";
    failure.meaning().ifPresent(text -> console.say(meaning + text));
    failure.fix().ifPresent(text -> console.say(fix + text));
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
