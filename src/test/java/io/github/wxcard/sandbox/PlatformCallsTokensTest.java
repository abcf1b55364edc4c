package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PlatformCallsTokensTest {
  private static final int A_DAY = 20;

  /** It begins at noon in Beijing. */
  @Injected private RawSandbox raw;

  @Test
  void force_works_twenty_times_in_a_day_of_beijing() {
    String last = useUp();
    raw.clock.advance(Duration.ofSeconds(30));

    JsonNode refused = stable(true);

    assertThat(token(refused)).isEqualTo(last);
    assertThat(refused.path("expires_in").asInt()).isEqualTo(7170);
    assertThat(colorsWith(last)).isZero();

    raw.clock.advance(Duration.ofHours(12).minusSeconds(A_DAY * 30 + 1));
    String beforeMidnight = token(stable(true));
    assertThat(token(stable(true))).isEqualTo(beforeMidnight);
    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(token(stable(true))).isNotEqualTo(beforeMidnight);
    assertThat(colorsWith(beforeMidnight)).isEqualTo(40001);
  }

  @Test
  void force_that_is_used_up_still_gets_a_new_token_when_the_old_one_is_about_to_end() {
    String last = useUp();
    raw.clock.advance(Duration.ofMinutes(115));

    JsonNode next = stable(true);

    assertThat(token(next)).isNotEqualTo(last);
    assertThat(next.path("expires_in").asInt()).isEqualTo(7200);
    assertThat(colorsWith(last)).isZero();
  }

  @Test
  void a_refresh_that_is_refused_for_haste_is_not_counted() {
    String token = token(stable(false));
    for (int i = 0; i < A_DAY; i++) {
      token = token(stable(true));
    }
    raw.clock.advance(Duration.ofSeconds(30));

    assertThat(token(stable(true))).isNotEqualTo(token);
  }

  private String useUp() {
    String token = token(stable(false));
    for (int i = 0; i < A_DAY; i++) {
      raw.clock.advance(Duration.ofSeconds(i == 0 ? 0 : 30));
      String next = token(stable(true));
      assertThat(next).isNotEqualTo(token);
      token = next;
    }
    return token;
  }

  private JsonNode stable(boolean forced) {
    return raw.post(
        "/cgi-bin/stable_token",
        """
        {"grant_type": "client_credential", "appid": "wx5a4db0c0000c0de1",
         "secret": "0123456789abcdef0123456789abcdef", "force_refresh": %s}
        """
            .formatted(forced));
  }

  private int colorsWith(String token) {
    return raw.get("/card/getcolors?access_token=" + token).path("errcode").asInt();
  }

  private static String token(JsonNode answer) {
    return answer.path("access_token").asText();
  }
}
