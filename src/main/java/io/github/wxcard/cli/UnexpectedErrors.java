package io.github.wxcard.cli;

import io.github.wxcard.cli.base.ConfiguredSecrets;
import io.github.wxcard.config.AccountSelection;
import io.github.wxcard.config.Environment;
import io.github.wxcard.config.Settings;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.IoErrorMessage;
import io.github.wxcard.text.SecretMask;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** What is said of an exception that nobody foresaw; people paste it where everybody reads it. */
final class UnexpectedErrors {
  private UnexpectedErrors() {}

  /** The failure to show, without the secrets that the exception may speak of. */
  static Failure of(Throwable defect, List<String> words, Environment environment) {
    SecretMask mask = secrets(words, environment).mask();
    Failure failure =
        Failure.of(
                FailureKind.INTERNAL,
                "unexpected: " + mask.text(what(defect)),
                "This is a defect of wxcard: please report it with the output of -v.")
            .causedBy(defect);
    if (words.contains("-v") || words.contains("--verbose")) {
      failure.detail(defect.getClass().getName());
      for (StackTraceElement frame : defect.getStackTrace()) {
        failure.detail("at " + frame);
      }
    }
    return failure;
  }

  /** The class is for whoever reads the rest of what -v shows. */
  private static String what(Throwable defect) {
    if (defect instanceof UncheckedIOException unread) {
      return IoErrorMessage.of(unread.getCause());
    }
    if (defect instanceof OutOfMemoryError) {
      return "there is not enough memory";
    }
    return defect.getMessage() == null ? "something went wrong inside" : defect.getMessage();
  }

  private static ConfiguredSecrets secrets(List<String> words, Environment environment) {
    int option = words.indexOf("--config");
    Optional<String> config =
        option >= 0 && option + 1 < words.size()
            ? Optional.of(words.get(option + 1))
            : Optional.empty();
    AccountSelection choices =
        new AccountSelection(Optional.empty(), false, config.map(environment::resolve));
    return new ConfiguredSecrets(() -> new Settings(environment, choices, note -> {}), environment);
  }
}
