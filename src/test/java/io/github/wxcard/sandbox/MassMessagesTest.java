package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cards in messages to many. */
final class MassMessagesTest {
  private static final String TO_ALL = "/cgi-bin/message/mass/sendall";
  private static final String TO_MANY = "/cgi-bin/message/mass/send";

  @Injected private RawSandbox raw;
  private String cardId;

  @BeforeEach
  void aCard() {
    cardId = raw.create(Definitions.groupon());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"is_to_all\": true}                  | 0",
        "{\"is_to_all\": false, \"tag_id\": 2}  | 0",
        "{\"tag_id\": 2}                        | 0",
        "{\"group_id\": \"2\"}                  | 0",
        "{\"tag_id\": \"two\"}                  | 40097",
        "{\"tag_id\": null}                     | 41011",
        "{\"is_to_all\": false}                 | 41011",
        "{\"is_to_all\": 1}                     | 47001",
        "{}                                     | 41011",
        "null                                   | 41011",
      })
  void a_message_is_for_all_or_for_a_tag(String filter, int errcode) {
    assertThat(raw.errcode(TO_ALL, message("\"filter\": " + filter))).isEqualTo(errcode);
    assertThat(raw.get("/sandbox/messages").path("messages")).hasSize(errcode == 0 ? 1 : 0);
  }

  @Test
  void messages_have_numbers_that_count_up() {
    String body = message("\"filter\": {\"is_to_all\": true}");

    JsonNode first = raw.done(TO_ALL, body);
    JsonNode second = raw.done(TO_ALL, body);

    assertThat(first.has("msg_data_id")).isFalse();
    assertThat(second.path("msg_id").asLong()).isEqualTo(first.path("msg_id").asLong() + 1);
  }

  @Test
  void success_has_words_of_its_own() {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oA\", \"oB\"]}");
    String all = message("\"filter\": {\"is_to_all\": true}");

    assertThat(raw.done(TO_ALL, all).path("errmsg").asText())
        .isEqualTo("send job submission success");
    assertThat(raw.done(TO_MANY, list("\"oA\", \"oB\"")).path("errmsg").asText())
        .isEqualTo("send job submission success");
    JsonNode preview =
        raw.done("/cgi-bin/message/mass/preview", message("\"towxname\": \"tester\""));
    assertThat(preview.path("errmsg").asText()).isEqualTo("preview success");
  }

  @Test
  void a_message_of_one_clientmsgid_is_sent_once() {
    String body =
        message("\"filter\": {\"is_to_all\": true}, \"clientmsgid\": \"" + "x".repeat(64) + "\"");
    long id = raw.done(TO_ALL, body).path("msg_id").asLong();

    raw.clock.advance(Duration.ofSeconds(59));
    assertThat(raw.errcode(TO_ALL, body)).isEqualTo(45066);
    raw.clock.advance(Duration.ofSeconds(1));
    JsonNode again = raw.call(TO_ALL, body);

    assertThat(again.path("errcode").asInt()).isEqualTo(45065);
    assertThat(again.path("msg_id").asLong()).isEqualTo(id);
    assertThat(raw.get("/sandbox/messages").path("messages")).hasSize(1);
    assertThat(raw.errcode(TO_ALL, body.replace("xx", "xxx"))).isEqualTo(45067);
  }

  @Test
  void a_list_has_two_openids_or_more() {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oA\", \"oB\"]}");

    assertThat(raw.errcode(TO_MANY, list(""))).isEqualTo(40130);
    assertThat(raw.errcode(TO_MANY, list("\"oA\""))).isEqualTo(40130);
    JsonNode answer = raw.done(TO_MANY, list("\"oA\", \"oB\""));
    assertThat(answer.path("msg_id").isIntegralNumber()).isTrue();
    assertThat(raw.get("/sandbox/messages").at("/messages/0/to").toString())
        .isEqualTo("[\"oA\",\"oB\"]");
  }

  @ParameterizedTest
  @CsvSource({"10000, 0", "10001, 40032"})
  void a_list_has_up_to_ten_thousand_openids(int many, int errcode) {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oA\"]}");
    String openids =
        IntStream.range(0, many).mapToObj(i -> "\"oA\"").collect(Collectors.joining(","));

    assertThat(raw.errcode(TO_MANY, list(openids))).isEqualTo(errcode);
  }

  @Test
  void a_list_holds_known_openids_alone() {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oA\"]}");

    assertThat(raw.errcode(TO_MANY, list("\"oA\", \"oNobody\""))).isEqualTo(40003);
    assertThat(raw.errcode(TO_MANY, list("\"oA\", 7"))).isEqualTo(40031);
    assertThat(raw.errcode(TO_MANY, message("\"touser\": \"oA\""))).isEqualTo(40031);
    assertThat(raw.errcode(TO_MANY, message("\"to\": []"))).isEqualTo(40031);
    assertThat(raw.get("/sandbox/messages").path("messages")).isEmpty();
  }

  @Test
  void a_card_of_the_merchants_codes_is_sent_to_nobody() {
    raw.done("/card/testwhitelist/set", "{\"openid\": [\"oA\", \"oB\"]}");
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    String all = message("\"filter\": {\"is_to_all\": true}");
    String many = list("\"oA\", \"oB\"");

    assertThat(raw.errcode(TO_ALL, all.replace(cardId, custom))).isEqualTo(45030);
    assertThat(raw.errcode(TO_MANY, many.replace(cardId, custom))).isEqualTo(45030);
    assertThat(raw.errcode(TO_ALL, all.replace(cardId, "p"))).isEqualTo(40073);
    assertThat(raw.errcode(TO_ALL, all.replace("\"msgtype\": \"wxcard\"", "\"msgtype\": \"text\"")))
        .isEqualTo(40097);
  }

  private String list(String openids) {
    return message("\"touser\": [" + openids + "]");
  }

  private String message(String receivers) {
    return "{%s, \"msgtype\": \"wxcard\", \"wxcard\": {\"card_id\": \"%s\"}}"
        .formatted(receivers, cardId);
  }
}
