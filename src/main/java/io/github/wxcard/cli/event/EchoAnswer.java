package io.github.wxcard.cli.event;

import io.github.wxcard.client.Delivery;
import io.github.wxcard.event.ExtraneousText;
import java.util.List;

/**
 * What a server answered to the check of its address.
 *
 * @param echostr what the answer has to be, to the byte
 */
record EchoAnswer(Delivery delivery, String echostr) {
  /** Digits that survive where the text was read as a floating-point number. */
  private static final int EXACT_DIGITS = 15;

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
    if (answer.equals(echostr)) {
      return List.of();
    }
    if (answer.isEmpty()) {
      return List.of("the answer is empty");
    }
    List<String> surplus = ExtraneousText.of(answer, echostr);
    if (!surplus.isEmpty()) {
      return surplus.stream().map(each -> "the answer is the echostr with " + each).toList();
    }
    if (answer.replace(".", "").startsWith(echostr.substring(0, EXACT_DIGITS))) {
      return List.of("the echostr was read as a number and lost its last digits: keep it a text");
    }
    if (answer.strip().equals("success")) {
      return List.of("the answer is success, which is for pushes; here it has to be the echostr");
    }
    return List.of("the answer is another text than the echostr");
  }
}
