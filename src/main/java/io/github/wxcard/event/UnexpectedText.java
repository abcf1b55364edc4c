package io.github.wxcard.event;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands in an answer beside the one text that WeChat wants there: it compares to the byte,
 * and most of what spoils an answer cannot be seen.
 */
public final class UnexpectedText {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * One that repeats the address it was asked for, such as a list of files, is full of the rest.
   */
  private static final Pattern WEB_PAGE =
      Pattern.compile("<(?:!doctype|html)\\b", Pattern.CASE_INSENSITIVE);

  private UnexpectedText() {}

  /**
   * In words, as in {@code "a line break after it"}; empty when there is nothing, or when the
   * answer does not hold the wanted text at all.
   */
  public static List<String> of(String answer, String wanted) {
    int start = answer.indexOf(wanted);
    if (start < 0) {
      return List.of();
    }
    String before = answer.substring(0, start);
    String after = answer.substring(start + wanted.length());
    if (WEB_PAGE.matcher(before).find()) {
      return List.of("a web page around it");
    }
    List<String> found = new ArrayList<>();
    if (before.startsWith(BYTE_ORDER_MARK)) {
      found.add("a byte order mark (BOM) before it");
    }
    if (isIn(before, "\"'") && isIn(after, "\"'")) {
      found.add("quotation marks around it");
    } else if (isIn(before, "\"'") || isIn(after, "\"'")) {
      found.add("a quotation mark beside it");
    }
    if (before.contains("<") || after.contains("<")) {
      found.add("tags around it");
    } else if (hasText(before) || hasText(after)) {
      found.add("other text beside it");
    }
    if (isIn(before, "\r\n")) {
      found.add("a line break before it");
    }
    if (isIn(after, "\r\n")) {
      found.add("a line break after it");
    }
    if (found.isEmpty() && !(before + after).isEmpty()) {
      found.add("blanks or characters that cannot be seen beside it");
    }
    return found;
  }

  private static boolean isIn(String text, String characters) {
    return text.chars().anyMatch(each -> characters.indexOf(each) >= 0);
  }

  /** Letters, digits and the like: no blanks, quotation marks or characters without a picture. */
  private static boolean hasText(String text) {
    return text.chars()
        .anyMatch(
            each ->
                !Character.isWhitespace(each)
                    && !Character.isSpaceChar(each)
                    && Character.getType(each) != Character.FORMAT
                    && "\"'".indexOf(each) < 0);
  }
}
