package io.github.wxcard.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Puts stars in the place of secrets: of those whose value is known, however it was escaped or
 * wrapped, and of what stands behind a name that only secrets have. The time grows as the text
 * does.
 */
public final class SecretMask {
  public static final String STARS = "***";

  /** Less would hide ordinary words. */
  private static final int SHORTEST = 4;

  /** So much of a value is looked for; what follows of it is hidden, too. */
  private static final int LONGEST_SEED = 64;

  private static final int SHORTEST_BASE64 = 10;
  private static final int SHORTEST_TOKEN = 40;

  /** A known value, and its forms to be looked for in decoded text. */
  private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

  public SecretMask() {}

  public SecretMask(Collection<String> values) {
    values.forEach(this::learn);
  }

  /** A value that must not be seen from now on, wherever it stands. */
  public void learn(String value) {
    if (value.length() >= SHORTEST) {
      known.putIfAbsent(value, Set.of());
    }
  }

  public String text(String text) {
    return masked(text, false);
  }

  /** As {@link #text}, where what is called just {@code ticket} is one to sign with. */
  public String textWithTickets(String text) {
    return masked(text, true);
  }

  /** Whether a parameter or a member of this name holds a secret. */
  public static boolean isSecret(String name) {
    return NamedSecrets.isSecret(name);
  }

  /** The value of a parameter or a member. */
  public String value(String name, String value) {
    return NamedSecrets.isSecret(name) && !value.isEmpty() ? STARS : text(value);
  }

  /** Whether a known value stands in the text. */
  public boolean finds(String text) {
    BitSet found = new BitSet();
    markKnown(text, UnescapedText.of(text), found);
    return !found.isEmpty();
  }

  private String masked(String text, boolean tickets) {
    BitSet found = new BitSet();
    UnescapedText decoded = UnescapedText.of(text);
    NamedSecrets.mark(decoded, tickets, found);
    markTokens(decoded, found);
    markKnown(text, decoded, found);
    if (found.isEmpty()) {
      return text;
    }
    StringBuilder masked = new StringBuilder(text.length());
    int from = 0;
    for (int start = found.nextSetBit(0); start >= 0; start = found.nextSetBit(from)) {
      masked.append(text, from, start).append(STARS);
      from = found.nextClearBit(start);
    }
    return masked.append(text, from, text.length()).toString();
  }

  private void markKnown(String text, UnescapedText decoded, BitSet found) {
    if (known.isEmpty()) {
      return;
    }
    decoded.join();
    String joined = decoded.text();
    for (String value : known.keySet()) {
      // As it is, too: a backslash before it may make an escape of its beginning.
      mark(text, value, (from, end) -> found.set(from, end));
      for (String form : known.compute(value, SecretMask::forms)) {
        mark(joined, form, (from, end) -> found.set(decoded.start(from), decoded.end(end - 1)));
      }
    }
  }

  private interface Hit {
    void at(int from, int end);
  }

  private static void mark(String text, String value, Hit hit) {
    String seed = value.substring(0, Math.min(value.length(), LONGEST_SEED));
    int from = text.indexOf(seed);
    while (from >= 0) {
      int size = seed.length();
      while (size < value.length()
          && from + size < text.length()
          && text.charAt(from + size) == value.charAt(size)) {
        size++;
      }
      hit.at(from, from + size);
      from = text.indexOf(seed, from + size);
    }
  }

  private static Set<String> forms(String value, Set<String> before) {
    if (!before.isEmpty()) {
      return before;
    }
    Set<String> forms = new LinkedHashSet<>();
    forms.add(decoded(value));
    // An escape that was wrapped in its middle has not been undone.
    forms.add(value.replace("\\", "").replace('+', ' '));
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    // Percent-encoding is undone byte by byte.
    forms.add(decoded(new String(utf8, StandardCharsets.ISO_8859_1)));
    for (Base64.Encoder encoder :
        new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      for (int lead = 0; lead < 3; lead++) {
        int end = utf8.length - (utf8.length - lead) % 3;
        if (end - lead >= SHORTEST_BASE64 * 3 / 4) {
          forms.add(decoded(encoder.encodeToString(Arrays.copyOfRange(utf8, lead, end))));
        }
      }
    }
    forms.removeIf(form -> form.length() < SHORTEST);
    return forms;
  }

  private static String decoded(String value) {
    UnescapedText decoded = UnescapedText.of(value);
    decoded.join();
    return decoded.text();
  }

  /** Access tokens by their look: a number of up to three digits, an underscore, and much more. */
  private static void markTokens(UnescapedText text, BitSet found) {
    int from = 0;
    while (from < text.length()) {
      int end = from;
      while (end < text.length() && isOfToken(text.at(end))) {
        end++;
      }
      if (isToken(text, from, end)) {
        found.set(text.start(from), text.end(end - 1));
      }
      from = end + 1;
    }
  }

  private static boolean isToken(UnescapedText text, int from, int end) {
    int digits = 0;
    while (from + digits < end && Character.isDigit(text.at(from + digits))) {
      digits++;
    }
    int rest = end - from - digits - 1;
    return digits >= 1 && digits <= 3 && rest >= SHORTEST_TOKEN && text.at(from + digits) == '_';
  }

  private static boolean isOfToken(char here) {
    return here == '_'
        || here == '-'
        || (here >= '0' && here <= '9')
        || (here >= 'A' && here <= 'Z')
        || (here >= 'a' && here <= 'z');
  }
}
