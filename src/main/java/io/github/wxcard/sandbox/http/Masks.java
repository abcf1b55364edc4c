package io.github.wxcard.sandbox.http;

import io.github.wxcard.sandbox.service.base.Account;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hides secrets in what a caller sent. Whoever gets a request wrong still sent them, so they are
 * looked for in broken JSON, in forms, in addresses and under names that are nearly right.
 */
final class Masks {
  static final String MASK = "***";

  private static final String NAME = "(?:secret|token|aes[_-]?key)";

  /** A name, what stands between it and its value, and the value's opening quote. */
  private static final String BEGINNING = "(?is)(" + NAME + "[\"']?\\s*+[:=]\\s*+\\[?+\\s*+";

  /** Each to its end, or to where the text was cut. */
  private static final List<Pattern> NAMED =
      List.of(
          Pattern.compile(BEGINNING + "\")[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\\\\?"),
          Pattern.compile(BEGINNING + "')[^']*+"),
          Pattern.compile(BEGINNING + ")[^\\s\"'\\[\\]{}&,;<]++"),
          Pattern.compile("(?is)(" + NAME + ">)[^<]*+"));

  private static final Pattern NAMES = Pattern.compile("(?is).*" + NAME);
  private static final Pattern TOKENS = Pattern.compile("\\b88_[A-Za-z0-9_-]{40,}+");
  private static final Pattern TICKETS =
      Pattern.compile("(\"ticket\"\\s*:\\s*\")[^\"]*", Pattern.CASE_INSENSITIVE);

  private Masks() {}

  /** A text with masks in the place of what is secret. */
  static String in(String text) {
    String masked = TOKENS.matcher(text.replace(Account.SECRET, MASK)).replaceAll(MASK);
    for (Pattern named : NAMED) {
      masked = named.matcher(masked).replaceAll("$1" + MASK);
    }
    return masked;
  }

  /** As {@link #in}, and without the tickets that signatures are made with. */
  static String andTickets(String text) {
    return TICKETS.matcher(in(text)).replaceAll("$1" + MASK);
  }

  /** The value of a parameter. */
  static String of(String name, String value) {
    return NAMES.matcher(name).matches() && !value.isEmpty() ? MASK : in(value);
  }
}
