package io.github.wxcard.cli.sign;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import java.util.List;

/**
 * Why a page fails in WeChat although its digest may be right.
 *
 * @param what a sentence without its full stop
 * @param fix a whole sentence
 */
record PageFailureCause(String what, String fix) {
  /** A value under a name that WeChat does not read. */
  static PageFailureCause misread(PastedFormat format, String name, String given) {
    return new PageFailureCause(
        "%s is passed on as %s, which WeChat does not read in %s"
            .formatted(name, given, format.reader(name)),
        "Pass it on as %s.".formatted(name));
  }

  static Failure refusal(List<PageFailureCause> causes) {
    Failure failure =
        Failure.of(FailureKind.REFUSED, causes.get(0).what(), causes.get(0).fix())
            .meaning("The digest fits what was meant; the page fails all the same.");
    addTo(failure, causes.subList(1, causes.size()));
    return failure;
  }

  static void addTo(Failure failure, List<PageFailureCause> causes) {
    causes.forEach(cause -> failure.detail(cause.what + ". " + cause.fix));
  }
}
