package io.github.wxcard.cli.event;

import io.github.wxcard.client.PushDelivery;
import io.github.wxcard.event.PushAcceptance;
import io.github.wxcard.event.UnexpectedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a server answered to the check of its address.
 *
 * @param query what it was asked with, of which the echostr has to come back, to the byte
 */
record EchoCheck(PushDelivery delivery, Map<String, String> query) {
  /** Digits that survive where the text was read as a floating-point number. */
  private static final int EXACT_DIGITS = 15;

  private static final Pattern POWER = Pattern.compile("[0-9](\\.[0-9]{1,18})?[eE]\\+?[0-9]{2}");
  private static final Pattern WHOLE = Pattern.compile("[0-9]{16,20}(\\.0)?");

  /** What is wrong with it; empty when the console would accept the address. */
  List<String> problems() {
    if (!delivery.answered()) {
      return List.of(delivery.error());
    }
    int status = delivery.status();
    if (status / 100 == 3) {
      return List.of("HTTP " + status + ": redirects are not followed");
    }
    if (status == 401 || status == 403) {
      return List.of("HTTP " + status + ": the server does not take the signature for right");
    }
    if (status == 404 || status == 405) {
      return List.of("HTTP " + status + ": the server takes no GET at this path");
    }
    if (status / 100 != 2) {
      return List.of("HTTP " + status);
    }
    return content(delivery.answer());
  }

  private List<String> content(String answer) {
    String echostr = query.get("echostr");
    if (answer.equals(echostr)) {
      return List.of();
    }
    if (answer.isEmpty()) {
      return List.of("the answer is empty");
    }
    List<String> surplus = UnexpectedText.of(answer, echostr);
    if (!surplus.isEmpty()) {
      return surplus.stream().map(each -> "the answer is the echostr with " + each).toList();
    }
    if (isRounded(answer.strip(), echostr)) {
      return List.of("the echostr was read as a number and lost its last digits: keep it a text");
    }
    if (answer.strip().equals(PushAcceptance.SUCCESS)) {
      return List.of("the answer is success, which is for pushes; here it has to be the echostr");
    }
    return List.of(
        query.entrySet().stream()
            .filter(other -> answer.strip().equals(other.getValue()))
            .findFirst()
            .map(other -> "the answer is the %s instead of the echostr".formatted(other.getKey()))
            .orElse("the answer is another text than the echostr"));
  }

  /** Whether it is the number with fewer digits than it came with, as in 3.57E+18. */
  private static boolean isRounded(String answer, String echostr) {
    return answer.replace(".", "").startsWith(echostr.substring(0, EXACT_DIGITS))
        || (POWER.matcher(answer).matches() && isNear(answer, echostr, 1))
        // Rounding up may carry into the digits that are exact otherwise.
        || (WHOLE.matcher(answer).matches() && isNear(answer, echostr, EXACT_DIGITS - 1));
  }

  /** Whether so many of the first digits are right, but for a carry. */
  private static boolean isNear(String answer, String echostr, int digits) {
    BigDecimal right = new BigDecimal(echostr);
    return new BigDecimal(answer).subtract(right).abs().compareTo(right.movePointLeft(digits)) < 0;
  }
}
