package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenServiceTest {
  @Injected private RawSandbox raw;

  @Test
  void success_carries_no_errcode() {
    JsonNode answer = classic();

    assertThat(answer.has("errcode")).isFalse();
    assertThat(answer.path("access_token").asText()).hasSizeGreaterThan(100);
    assertThat(answer.path("expires_in").asInt()).isEqualTo(7200);
    assertThat(stable(false).has("errcode")).isFalse();
  }

  @Test
  void a_classic_token_works_five_minutes_beside_the_next_one() {
    String first = token(classic());
    String second = token(classic());
    assertThat(first).isNotEqualTo(second);

    raw.clock.advance(Duration.ofSeconds(299));
    assertThat(errcodeWith(first)).isZero();
    raw.clock.advance(Duration.ofSeconds(1));
    assertThat(errcodeWith(first)).isEqualTo(40001);
    assertThat(errcodeWith(second)).isZero();
  }

  @Test
  void a_token_ends_after_two_hours() {
    String token = token(classic());

    raw.clock.advance(Duration.ofSeconds(7199));
    assertThat(errcodeWith(token)).isZero();
    raw.clock.advance(Duration.ofSeconds(1));
    assertThat(errcodeWith(token)).isEqualTo(42001);
  }

  @Test
  void a_stable_token_stays_the_same_and_grows_older() {
    String first = token(stable(false));
    raw.clock.advance(Duration.ofMinutes(30));

    JsonNode again = stable(false);

    assertThat(token(again)).isEqualTo(first);
    assertThat(again.path("expires_in").asInt()).isEqualTo(5400);
  }

  @Test
  void an_old_stable_token_and_the_next_one_both_work_for_five_minutes() {
    String first = token(stable(false));
    raw.clock.advance(Duration.ofSeconds(7190));

    JsonNode next = stable(false);

    assertThat(token(next)).isNotEqualTo(first);
    assertThat(next.path("expires_in").asInt()).isEqualTo(7200);
    raw.clock.advance(Duration.ofSeconds(299));
    assertThat(errcodeWith(first)).isZero();
    raw.clock.advance(Duration.ofSeconds(1));
    assertThat(errcodeWith(first)).isEqualTo(42001);
    assertThat(errcodeWith(token(next))).isZero();
  }

  @Test
  void force_ends_the_stable_token_at_once() {
    String first = token(stable(false));

    String second = token(stable(true));

    assertThat(second).isNotEqualTo(first);
    assertThat(errcodeWith(first)).isEqualTo(40001);
    assertThat(errcodeWith(second)).isZero();
    assertThat(token(stable(false))).isEqualTo(second);
  }

  @Test
  void force_does_nothing_within_thirty_seconds_of_the_last_time() {
    token(stable(false));
    String second = token(stable(true));
    raw.clock.advance(Duration.ofSeconds(29));
    assertThat(token(stable(true))).isEqualTo(second);
    raw.clock.advance(Duration.ofSeconds(1));

    String third = token(stable(true));

    assertThat(third).isNotEqualTo(second);
    assertThat(errcodeWith(second)).isEqualTo(40001);
  }

  @Test
  void the_two_families_of_tokens_leave_each_other_alone() {
    String stable = token(stable(false));
    raw.clock.advance(Duration.ofMinutes(1));
    String classic = token(classic());
    token(stable(true));
    raw.clock.advance(Duration.ofMinutes(10));

    assertThat(errcodeWith(stable)).isEqualTo(40001);
    assertThat(errcodeWith(classic)).isZero();
  }

  @Test
  void a_call_needs_a_token_that_was_given_out_here() {
    assertThat(raw.get("/card/getcolors").path("errcode").asInt()).isEqualTo(41001);
    assertThat(raw.get("/card/getcolors?access_token=").path("errcode").asInt()).isEqualTo(41001);
    assertThat(errcodeWith("made-up")).isEqualTo(40014);
  }

  @Test
  void a_reset_voids_tokens() {
    String token = token(classic());

    raw.post("/sandbox/reset", "{}");

    assertThat(errcodeWith(token)).isEqualTo(40014);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "password,          wx5a4db0c0000c0de1, 0123456789abcdef0123456789abcdef, 40002",
        "client_credential, -,                  0123456789abcdef0123456789abcdef, 41002",
        "client_credential, wx0000000000000000, 0123456789abcdef0123456789abcdef, 40013",
        "client_credential, wx5a4db0c0000c0de1, -,                                41004",
        "client_credential, wx5a4db0c0000c0de1, short,                            40125",
        "client_credential, wx5a4db0c0000c0de1, 00000000000000000000000000000000, 40001",
      })
  void wrong_credentials_are_told_apart(String grant, String appId, String secret, int errcode) {
    StringBuilder query = new StringBuilder("/cgi-bin/token?grant_type=" + grant);
    StringBuilder body = new StringBuilder("{\"grant_type\":\"" + grant + "\"");
    if (appId != null) {
      query.append("&appid=").append(appId);
      body.append(",\"appid\":\"").append(appId).append('"');
    }
    if (secret != null) {
      query.append("&secret=").append(secret);
      body.append(",\"secret\":\"").append(secret).append('"');
    }

    assertThat(raw.get(query.toString()).path("errcode").asInt()).isEqualTo(errcode);
    JsonNode stable = raw.post("/cgi-bin/stable_token", body.append('}').toString());
    assertThat(stable.path("errcode").asInt()).isEqualTo(errcode);
  }

  @ParameterizedTest
  @CsvSource({"jsapi", "wx_card"})
  void a_ticket_stays_the_same_until_it_ends(String type) {
    JsonNode first = ticket(type);
    assertThat(first.path("errcode").asInt(-1)).isZero();
    assertThat(first.path("expires_in").asInt()).isEqualTo(7200);
    raw.clock.advance(Duration.ofSeconds(7100));
    assertThat(ticket(type).path("ticket")).isEqualTo(first.path("ticket"));

    raw.clock.advance(Duration.ofSeconds(100));
    raw.forgetToken();

    assertThat(ticket(type).path("ticket")).isNotEqualTo(first.path("ticket"));
  }

  @Test
  void the_two_tickets_differ_and_there_is_no_third() {
    assertThat(ticket("jsapi").path("ticket")).isNotEqualTo(ticket("wx_card").path("ticket"));
    assertThat(ticket("other").path("errcode").asInt()).isEqualTo(40097);
  }

  private JsonNode classic() {
    return raw.get("/cgi-bin/token?grant_type=client_credential&" + RawSandbox.CREDENTIALS);
  }

  private JsonNode stable(boolean force) {
    return raw.post(
        "/cgi-bin/stable_token",
        """
        {"grant_type": "client_credential", "appid": "wx5a4db0c0000c0de1",
         "secret": "0123456789abcdef0123456789abcdef", "force_refresh": %s}
        """
            .formatted(force));
  }

  private JsonNode ticket(String type) {
    return raw.get("/cgi-bin/ticket/getticket?type=" + type + "&access_token=" + raw.token());
  }

  private static String token(JsonNode answer) {
    return answer.path("access_token").asText();
  }

  private int errcodeWith(String token) {
    return raw.get("/card/getcolors?access_token=" + token).path("errcode").asInt();
  }
}
