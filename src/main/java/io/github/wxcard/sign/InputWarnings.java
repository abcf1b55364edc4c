package io.github.wxcard.sign;

import io.github.wxcard.text.CredentialFlaw;
import io.github.wxcard.text.PastedAddress;
import io.github.wxcard.text.UnixSeconds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what looks wrong with values that are about to be signed as they are. */
final class InputWarnings {
  private static final Pattern EDGE_BLANK = Pattern.compile("(?s)\\s.*|.*\\s");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Pattern LETTERS_AND_DIGITS = Pattern.compile("[A-Za-z0-9]+");
  private static final Pattern SPECIAL = Pattern.compile("[^\\p{L}\\p{N}_-]");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]*={0,2}");
  private static final Pattern APP_ID = Pattern.compile("wx[0-9a-f]{16}");
  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^/?#]+.*");

  /** 2001-09-09, when the seconds got their tenth digit. */
  private static final long FIRST = 1_000_000_000;

  private final List<String> found = new ArrayList<>();

  List<String> list() {
    return List.copyOf(found);
  }

  /** Any value: blanks at its ends are almost always an accident of copying. */
  InputWarnings plain(String name, String value) {
    return unless(
        !EDGE_BLANK.matcher(value).matches(),
        "the " + name + " begins or ends with a blank or a line break, which is signed as well");
  }

  InputWarnings ticket(String name, String value) {
    return unless(
            !value.isEmpty(), "the " + name + " is empty, so anybody could make this signature")
        .plain(name, value)
        .copied(name, value);
  }

  /** What a secret has brought along, apart from blanks at its ends. */
  private InputWarnings copied(String name, String value) {
    Optional<String> flaw =
        EDGE_BLANK.matcher(value).matches() ? Optional.empty() : CredentialFlaw.in(value);
    return unless(
        flaw.isEmpty(), "the " + name + " " + flaw.orElse("") + ", which is signed as well");
  }

  InputWarnings token(String value) {
    return ticket("token", value)
        .unless(
            value.isEmpty() || CallbackSignature.isToken(value),
            "the token is not 3 to 32 letters or digits, as the console wants it");
  }

  InputWarnings timestamp(String value) {
    return value.isEmpty()
        ? unless(false, "there is no timestamp; WeChat wants one")
        : seconds("timestamp", value);
  }

  /** A time in Unix seconds. */
  InputWarnings seconds(String name, String value) {
    Optional<UnixSeconds> smaller = UnixSeconds.inSmallerUnit(value);
    if (smaller.isPresent()) {
      return unless(
          false,
          "the %s looks like %s; WeChat counts in seconds".formatted(name, smaller.get().unit()));
    }
    if (!DIGITS.matcher(value).matches()) {
      return unless(false, "the " + name + " is not a whole number of seconds");
    }
    BigInteger seconds = new BigInteger(value);
    return unless(
            seconds.compareTo(BigInteger.valueOf(UnixSeconds.LAST)) <= 0,
            "the " + name + " is beyond the year 2106; WeChat counts in seconds")
        .unless(
            seconds.compareTo(BigInteger.valueOf(FIRST)) >= 0,
            "the " + name + " is long before WeChat; it should be the seconds since 1970");
  }

  InputWarnings nonce(String value) {
    return unless(!value.isEmpty(), "there is no nonce; without one the signature can be replayed")
        .unless(
            value.isEmpty() || fits(value, LETTERS_AND_DIGITS, 1, 32),
            "the nonce is not 1 to 32 letters or digits");
  }

  /** A card id or openid, which are 28 characters that begin with a fixed letter. */
  InputWarnings id(String name, String value, char first) {
    return plain(name, value)
        .unless(
            value.isEmpty() || (value.length() == 28 && value.charAt(0) == first),
            "the %s is not the usual 28 characters beginning with %s".formatted(name, first));
  }

  InputWarnings code(String name, String value) {
    return plain(name, value)
        .unless(value.length() <= 20, "the " + name + " is longer than a code's 20 characters")
        .unless(
            SPECIAL.matcher(value.strip()).results().findAny().isEmpty(),
            "the " + name + " has special characters, which WeChat takes in no code");
  }

  InputWarnings appId(String value) {
    return unless(APP_ID.matcher(value).matches(), "the AppID is not wx and 16 hexadecimal digits");
  }

  InputWarnings cardType(String value) {
    return plain("card type", value)
        .unless(
            value.chars().noneMatch(Character::isLowerCase),
            "card types are written in capital letters, such as GROUPON");
  }

  InputWarnings base64(String name, String value) {
    return unless(
        BASE64.matcher(value).matches(),
        value.contains(" ")
            ? "the " + name + " has blanks; were they + before it was decoded once too often?"
            : "the " + name + " is not base64");
  }

  InputWarnings page(String url) {
    PastedAddress pasted = PastedAddress.of(url);
    if (pasted.escaped()) {
      return plain("page's address", url)
          .unless(
              false,
              "the page's address is %s, and is signed like that; the browser shows %s"
                  .formatted(pasted.how(), pasted.url()));
    }
    return plain("page's address", url)
        .unless(WEB_ADDRESS.matcher(url).matches(), "the page's address lacks http:// or https://")
        .unless(url.indexOf('#') < 0, "# and what follows it is left out of the signature");
  }

  private InputWarnings unless(boolean fine, String warning) {
    if (!fine) {
      found.add(warning);
    }
    return this;
  }

  private static boolean fits(String value, Pattern characters, int min, int max) {
    return value.length() >= min && value.length() <= max && characters.matcher(value).matches();
  }
}
