package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which answers end a delivery, and how often the others are tried again. */
final class RedeliveryTest {
  @TempDir Path folder;
  private Merchant merchant;

  @AfterEach
  void close() {
    merchant.close();
  }

  @ParameterizedTest
  @CsvSource({"200, success", "200, ''", "200, ' success\n'", "201, success", "204, ''"})
  void success_and_an_empty_answer_end_the_delivery(int status, String body) {
    open(Merchant.LONG_LIMIT).receiver.answering(status, body);
    long id = merchant.redeemed("1");

    String said = body.isEmpty() ? "empty" : "success";
    assertThat(merchant.result(id, 1)).matches(status + " " + said + " in [0-9]+ ms");
    assertThat(merchant.state(id)).isEqualTo("delivered");
    merchant.clock.advance(Duration.ofMinutes(1));
    deliverAnother();
    assertThat(received("1")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "500, success, HTTP 500",
    "404, '', HTTP 404",
    "200, fail, 200 but neither success nor empty: fail",
    "200, SUCCESS, 200 but neither success nor empty: SUCCESS",
    "200, '<xml>\n</xml>', 200 but neither success nor empty: <xml> </xml>",
    "200, '\ufeffsuccess', '200 success, but with a byte order mark (BOM) before it:"
        + " \ufeffsuccess'",
    "200, '\"success\"', '200 success, but with quotation marks around it: \"success\"'"
  })
  void any_other_answer_is_given_up_after_four_attempts(int status, String body, String result) {
    open(Merchant.LONG_LIMIT).receiver.answering(status, body);
    long id = merchant.redeemed("1");

    for (int attempt = 1; attempt < 4; attempt++) {
      assertThat(merchant.result(id, attempt)).isEqualTo(result);
      assertThat(merchant.state(id)).isEqualTo("pending");
      merchant.clock.advance(Merchant.BETWEEN);
    }
    assertThat(merchant.result(id, 4)).isEqualTo(result);
    assertThat(merchant.state(id)).isEqualTo("failed");
    merchant.clock.advance(Duration.ofMinutes(1));
    deliverAnother();
    assertThat(received("1")).isEqualTo(4);
  }

  @Test
  void a_claim_is_sent_eleven_times_while_the_server_is_down() {
    open(Merchant.LONG_LIMIT);
    merchant.receiver.close();
    long id = merchant.happened("user_get_card", "1");

    for (int attempt = 1; attempt < 11; attempt++) {
      assertThat(merchant.result(id, attempt)).isEqualTo("refused: connection refused");
      assertThat(merchant.state(id)).isEqualTo("pending");
      merchant.clock.advance(Merchant.BETWEEN);
    }
    merchant.result(id, 11);
    assertThat(merchant.state(id)).isEqualTo("failed");
  }

  @ParameterizedTest
  @CsvSource({"user_get_card, true", "user_del_card, false"})
  void four_attempts_are_all_for_a_wrong_answer_and_for_other_events(String name, boolean answers) {
    open(Merchant.LONG_LIMIT).receiver.answering(500, "");
    if (!answers) {
      merchant.receiver.close();
    }
    long id = merchant.happened(name, "1");

    for (int attempt = 1; attempt < 4; attempt++) {
      merchant.result(id, attempt);
      assertThat(merchant.state(id)).isEqualTo("pending");
      merchant.clock.advance(Merchant.BETWEEN);
    }
    merchant.result(id, 4);
    assertThat(merchant.state(id)).isEqualTo("failed");
  }

  @Test
  void a_later_attempt_may_succeed_and_waits_for_its_time() {
    open(Merchant.LONG_LIMIT).receiver.answering(503, "");
    long id = merchant.redeemed("1");
    merchant.result(id, 1);

    merchant.clock.advance(Merchant.BETWEEN.minusMillis(1));
    deliverAnother();
    assertThat(received("1")).isEqualTo(1);

    merchant.clock.advance(Duration.ofMillis(1));
    Merchant.until(() -> merchant.state(id).equals("delivered"));
    assertThat(received("1")).isEqualTo(2);
    assertThat(merchant.event(id).path("attempts").asInt()).isEqualTo(2);
  }

  @Test
  void an_answer_that_does_not_end_in_time_is_cut_off() {
    open(Duration.ofMillis(300)).receiver.hanging();

    assertThat(merchant.result(merchant.redeemed("1"), 1)).isEqualTo("timeout after 300 ms");
  }

  @Test
  void an_answer_without_end_is_not_read_to_it() {
    open(Merchant.LONG_LIMIT).receiver.chattering();

    assertThat(merchant.result(merchant.redeemed("1"), 1)).startsWith("200 but neither success");
  }

  @Test
  void a_redirect_is_not_followed() {
    open(Merchant.LONG_LIMIT).receiver.redirecting("/elsewhere");

    assertThat(merchant.result(merchant.redeemed("1"), 1))
        .isEqualTo("HTTP 302, redirects are not followed");
    deliverAnother();
    assertThat(merchant.receiver.messages()).noneMatch(each -> each.path().equals("/elsewhere"));
  }

  @Test
  void a_server_that_is_not_there_refuses() {
    open(Merchant.LONG_LIMIT);
    merchant.receiver.close();

    assertThat(merchant.result(merchant.redeemed("1"), 1)).isEqualTo("refused: connection refused");
  }

  @Test
  void a_server_without_an_address_is_unknown() {
    open(Merchant.LONG_LIMIT).listening("plain", "http://nowhere.invalid/");

    assertThat(merchant.result(merchant.redeemed("1"), 1)).isEqualTo("refused: unknown host");
  }

  @Test
  void an_event_is_sent_again_on_request_and_from_the_beginning() {
    open(Merchant.LONG_LIMIT);
    long id = merchant.redeemed("1");
    merchant.result(id, 1);

    var answer = merchant.raw.post("/sandbox/events/resend", "{\"id\": " + id + "}");

    assertThat(answer.path("errcode").asInt(-1)).isZero();
    assertThat(answer.path("state").asText()).isEqualTo("pending");
    assertThat(answer.path("attempts").asInt(-1)).isZero();
    Merchant.until(() -> merchant.state(id).equals("delivered"));
    assertThat(merchant.event(id).path("attempts").asInt()).isEqualTo(1);
    assertThat(received("1")).isEqualTo(2);
  }

  private Merchant open(Duration limit) {
    merchant = Merchant.on(folder.resolve("sandbox.db"), limit).listening();
    return merchant;
  }

  /** Whatever was due before has been sent once this is. */
  private void deliverAnother() {
    merchant.receiver.answering(200, "success");
    long id = merchant.redeemed("2");
    Merchant.until(() -> merchant.state(id).equals("delivered"));
  }

  private long received(String code) {
    String wanted = "<UserCardCode><![CDATA[" + code + "]]>";
    return merchant.receiver.messages().stream()
        .filter(message -> message.body().contains(wanted))
        .count();
  }
}
