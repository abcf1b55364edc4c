package io.github.wxcard.text;

import java.util.regex.Pattern;

/** Names such as {@code my_service}, which container tools hand out and no web address can have. */
public final class UnderscoredHost {
  private static final Pattern FORM =
      Pattern.compile("(?i)\\s*https?://[^/?#@]*_[^/?#@]*([/?#].*)?");

  private UnderscoredHost() {}

  /** The end of a sentence that refuses an address which has one; empty for any other. */
  public static String remark(String address) {
    return FORM.matcher(address).matches()
        ? ": the name of a host has no underscore, so give the service an alias"
        : "";
  }
}
