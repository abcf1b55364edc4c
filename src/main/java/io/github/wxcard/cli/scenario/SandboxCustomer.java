package io.github.wxcard.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Plays the person with the phone in the sandbox.
 *
 * @param key {@code username} or {@code openid}: how the person is named
 */
record SandboxCustomer(WeChat weChat, String key, String person, Consumer<String> remark)
    implements HelloRun.Customer {
  /** The refusal of a person who is no tester. */
  private static final int NOT_A_TESTER = 72022;

  @Override
  public Optional<String> scanEarly(String ticket) {
    try {
      String code = scan(ticket);
      remark.accept(person + " scans the code and gets the card at once, being a tester already");
      return Optional.of(code);
    } catch (Failure refusal) {
      if (refusal.errcode().orElse(0) != NOT_A_TESTER) {
        throw refusal;
      }
      remark.accept(person + " scans the code: refused, 72022, not a tester yet");
      return Optional.empty();
    }
  }

  @Override
  public String takeCard(String ticket, String cardId) {
    String code = scan(ticket);
    remark.accept(person + " scans the code: gets the card with code " + code);
    return code;
  }

  private String scan(String ticket) {
    ObjectNode body = Json.object().put("ticket", ticket).put(key, person);
    JsonNode claimed = weChat.sandbox().post("/sandbox/scan", body);
    return claimed.path("code").asText();
  }
}
