package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A state that is written down, and a sandbox that begins with it. */
final class SeededStateTest {
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
  @Injected private RawSandbox raw;
  private RawSandbox seeded;

  @BeforeEach
  void open() {
    seeded = RawSandbox.inMemory();
  }

  @AfterEach
  void close() {
    seeded.close();
  }

  @Test
  void what_was_exported_is_the_same_after_seeding() {
    new Members(raw).withBonus(7);
    new Phone(raw).done("gift", claimed().path("code").asText(), "from", "a");
    raw.post("/sandbox/faults", "{\"errcode\": 45009, \"path\": \"/card/get\", \"times\": 3}");
    raw.post("/sandbox/clock", "{\"advance\": \"2h\"}");
    JsonNode written = raw.get("/sandbox/export");

    seeded.sandbox.seed(written);

    assertThat(seeded.get("/sandbox/export")).isEqualTo(written);
  }

  @Test
  void tokens_tickets_and_secrets_are_not_written_down() {
    String callback =
        """
        {"url": "http://127.0.0.1:9/", "token": "merchantsToken", "encodingAesKey": "%s",
         "mode": "safe"}
        """;
    assertThat(raw.post("/sandbox/callback", callback.formatted(KEY)).path("errcode").asInt())
        .isZero();
    String ticket =
        raw.get("/cgi-bin/ticket/getticket?type=wx_card&access_token=" + raw.token())
            .path("ticket")
            .asText();
    claimed();

    assertThat(Json.write(raw.get("/sandbox/export")))
        .contains("user_get_card")
        .doesNotContain(raw.token(), ticket, "merchantsToken", KEY, raw.sandbox.secret());
  }

  @Test
  void a_seeded_sandbox_goes_on_where_the_other_stood() {
    JsonNode gift = claimed();
    String code = gift.path("code").asText();
    new Phone(raw).done("gift", code, "from", "a");
    JsonNode coupon = claimed();
    String ticket = raw.ticket(coupon.path("card_id").asText());

    seeded.sandbox.seed(raw.get("/sandbox/export"));

    JsonNode accepted = new Phone(seeded).done("accept", code, "user", "b");
    assertThat(new Phone(seeded).status(accepted)).isEqualTo("NORMAL");
    assertThat(seeded.scan(ticket, "c").path("errcode").asInt()).isZero();
    seeded.done("/card/code/consume", Json.write(Phone.named(coupon)));
    assertThat(seeded.errcode("/card/code/consume", Json.write(Phone.named(coupon))))
        .isEqualTo(40099);
  }

  @Test
  void a_gift_that_a_seed_does_not_tell_of_cannot_be_accepted_but_comes_back() {
    JsonNode claim = claimed();
    ObjectNode state = (ObjectNode) raw.get("/sandbox/export");
    ((ObjectNode) state.at("/tables/code/0")).put("status", "GIFTING");
    seeded.sandbox.seed(state);
    Phone phone = new Phone(seeded);
    String code = claim.path("code").asText();

    assertThat(phone.errcode("accept", code, "user", "b")).isEqualTo(40127);

    phone.done("return", code);
    assertThat(phone.status(claim)).isEqualTo("NORMAL");
  }

  @Test
  void events_that_waited_for_the_callback_left_behind_wait_no_longer() {
    raw.post("/sandbox/callback", "{\"url\": \"http://127.0.0.1:9/\", \"token\": \"token1\"}");
    claimed();
    JsonNode written = raw.get("/sandbox/export");
    assertThat(states(raw)).contains("pending");

    seeded.sandbox.seed(written);

    assertThat(states(seeded)).isNotEmpty().containsOnly("recorded");
  }

  private JsonNode claimed() {
    return raw.claimed(Definitions.groupon(), "a");
  }

  private static Iterable<String> states(RawSandbox sandbox) {
    return ((ArrayNode) sandbox.get("/sandbox/events").path("events")).findValuesAsText("state");
  }
}
