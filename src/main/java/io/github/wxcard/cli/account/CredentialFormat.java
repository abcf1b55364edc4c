package io.github.wxcard.cli.account;

import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.text.CredentialFlaw;
import java.util.Optional;
import java.util.regex.Pattern;

/** What credentials usually look like. Others are doubted and taken: WeChat has the last word. */
enum CredentialFormat {
  APP_ID("wx[0-9a-f]{16}", "an AppID is wx and 16 hexadecimal digits"),
  SECRET("[0-9a-f]{32}", "a secret is 32 hexadecimal digits");

  static final String COPIED = "Give it as it stands in the console.";

  private final Pattern usual;
  private final String rule;

  CredentialFormat(String usual, String rule) {
    this.usual = Pattern.compile(usual);
    this.rule = rule;
  }

  /** Refuses what nobody copied whole and alone. */
  static void refuseFlawed(String what, String value) {
    Optional<String> flaw = CredentialFlaw.in(value);
    if (flaw.isPresent()) {
      throw Failure.of(FailureKind.INPUT, what + " " + flaw.get(), COPIED);
    }
  }

  /** A warning, when it looks different. */
  Optional<String> doubt(String value) {
    return usual.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(rule + "; this looks different");
  }
}
