package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Gifts beside the limits of claims, and codes that several cards have. */
final class GiftLimitsTest {
  @Injected private RawSandbox raw;
  @Injected private Phone phone;

  @Test
  void gifts_received_leave_ones_own_claims_alone() {
    String ticket = approved(Definitions.groupon(base -> base.put("get_limit", 1)));
    String first = raw.scan(ticket, "a").path("code").asText();

    phone.done("gift", first, "from", "a", "to", "b");

    assertThat(raw.scan(ticket, "b").path("errcode").asInt()).isZero();
    assertThat(raw.scan(ticket, "b").path("errcode").asInt()).isEqualTo(45033);
    assertThat(raw.scan(ticket, "a").path("errcode").asInt()).isEqualTo(45033);
  }

  @Test
  void whoever_claimed_a_merchants_code_claimed_it_wherever_it_went() {
    String cardId =
        raw.create(
            Definitions.groupon(base -> base.put("use_custom_code", true).put("get_limit", 1)));
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    raw.scan(named(cardId, "A-1"), "a");
    phone.done("gift", "A-1", "from", "a", "to", "b");
    phone.done("gift", "A-1", "from", "b", "to", "c");

    assertThat(raw.scan(named(cardId, "A-2"), "a").path("errcode").asInt()).isEqualTo(45033);
    assertThat(raw.scan(named(cardId, "A-3"), "b").path("errcode").asInt()).isZero();
    phone.done("gift", "A-1", "from", "c", "to", "a");
    assertThat(raw.scan(named(cardId, "A-4"), "c").path("errcode").asInt()).isZero();
    assertThat(raw.scan(named(cardId, "A-5"), "c").path("errcode").asInt()).isEqualTo(45033);
  }

  @Test
  void a_code_that_two_cards_have_needs_the_cards_id() {
    JsonNode one = phone.claimedMerchants("A-1", "a");
    JsonNode other = phone.claimedMerchants("A-1", "a");

    JsonNode refused = phone.call("gift", "A-1", "from", "a");
    String cardId = other.path("card_id").asText();
    phone.done("gift", "A-1", "from", "a", "card_id", cardId);

    assertThat(refused.path("errcode").asInt()).isEqualTo(40056);
    assertThat(phone.status(one)).isEqualTo("NORMAL");
    assertThat(phone.status(other)).isEqualTo("GIFTING");
    assertThat(phone.errcode("accept", "A-1", "user", "b")).isEqualTo(40056);
    phone.done("accept", "A-1", "user", "b", "card_id", cardId);
  }

  @Test
  void of_many_who_accept_one_gets_the_card() throws Exception {
    String code = raw.claimed(Definitions.groupon(), "a").path("code").asText();
    phone.done("gift", code, "from", "a");
    List<Integer> answers = new ArrayList<>();
    List<Thread> friends = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String name = "friend" + i;
      friends.add(
          new Thread(
              () -> {
                int errcode = phone.errcode("accept", code, "user", name);
                synchronized (answers) {
                  answers.add(errcode);
                }
              }));
    }
    friends.forEach(Thread::start);
    for (Thread friend : friends) {
      friend.join();
    }

    assertThat(answers).hasSize(8).containsOnlyOnce(0).containsOnly(0, 40056);
    assertThat(raw.get("/sandbox/status").path("codes").asInt()).isEqualTo(2);
  }

  private String approved(String definition) {
    String cardId = raw.create(definition);
    raw.done("/sandbox/approve", "{\"card_id\": \"" + cardId + "\"}");
    return raw.ticket(cardId);
  }

  private String named(String cardId, String code) {
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "%s"}}}
        """;
    return raw.done("/card/qrcode/create", body.formatted(cardId, code)).path("ticket").asText();
  }
}
