package io.github.wxcard.text;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Recognises what looks like a secret, for those that are in no file we could compare with. */
public final class SecretPatterns implements Predicate<String> {
  private static final List<Pattern> SHAPES =
      List.of(
          // An AppSecret: 32 hexadecimal digits and nothing around them.
          Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{32}(?![0-9A-Za-z])"),
          // An EncodingAESKey: 43 characters of Base64.
          Pattern.compile("(?<![0-9A-Za-z+/=])[0-9A-Za-z+/]{43}(?![0-9A-Za-z+/])"),
          // Access tokens and signing tickets are far longer than any identifier; a QR ticket,
          // which is public, begins with gQ.
          Pattern.compile("(?<![0-9A-Za-z_-])(?!gQ)[0-9A-Za-z_-]{64,}"),
          Pattern.compile("(?i)(secret|access_token|ticket_value|password)\\s*[=:]"));

  private final SecretMask names = new SecretMask();

  @Override
  public boolean test(String line) {
    return !names.text(line).equals(line)
        || SHAPES.stream().anyMatch(shape -> shape.matcher(line).find());
  }
}
