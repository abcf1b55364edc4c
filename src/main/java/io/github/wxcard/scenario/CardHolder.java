package io.github.wxcard.scenario;

import java.util.Optional;

/** The person who scans: played in the sandbox, waited for on a real account. */
public interface CardHolder {
  /** Tries to take the card before the testers are set; a code only if that was possible. */
  default Optional<String> scanEarly(String ticket) {
    return Optional.empty();
  }

  /** Takes the card, and tells the code that was handed out. */
  String takeCard(String ticket, String cardId);
}
