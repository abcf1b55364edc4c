package io.github.wxcard.sign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How messages are pushed to a callback address: the three modes of the console. */
public enum MessageMode {
  PLAIN,
  /** Clear text and cipher text side by side. */
  COMPATIBLE,
  /** Nothing but cipher text. */
  SAFE;

  /** Whether there is a cipher text, so that an EncodingAESKey is needed. */
  public boolean encrypts() {
    return this != PLAIN;
  }

  /** The name as in {@code plain}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The mode with this name, in lower case. */
  public static Optional<MessageMode> named(String wireName) {
    return Arrays.stream(values()).filter(mode -> mode.wireName().equals(wireName)).findFirst();
  }
}
