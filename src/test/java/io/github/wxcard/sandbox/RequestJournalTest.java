package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was asked and answered can be read afterwards, with reasons and without secrets. */
final class RequestJournalTest {
  @Injected private RawSandbox raw;

  @BeforeEach
  void begin() {
    raw.token();
  }

  @Test
  void an_entry_tells_request_and_answer() {
    String cardId = raw.create(Definitions.groupon());

    JsonNode entry = last();

    assertThat(entry.path("time").asText()).isEqualTo("2026-10-01T04:00:00Z");
    assertThat(entry.path("method").asText()).isEqualTo("POST");
    assertThat(entry.path("path").asText()).isEqualTo("/card/create");
    assertThat(entry.path("status").asInt()).isEqualTo(200);
    assertThat(entry.path("request").asText()).contains("\"title\":\"双人套餐\"");
    assertThat(entry.path("answer").asText()).contains(cardId);
    assertThat(entry.path("ms").asDouble()).isPositive();
    assertThat(entry.has("errcode")).isFalse();
    assertThat(entry.has("reason")).isFalse();
  }

  @Test
  void a_refusal_is_found_again_by_its_rid_or_hint() {
    String card = raw.call("/card/get", "{}").path("errmsg").asText();
    assertThat(card).endsWith(" hint: [" + last().path("hint").asText() + "]");
    assertThat(last().has("rid")).isFalse();

    String other = raw.get("/cgi-bin/token?grant_type=x").path("errmsg").asText();
    assertThat(other).endsWith(" rid: " + last().path("rid").asText());
    assertThat(last().has("hint")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/card/get     | {\"cardid\": \"p\"}        | 41012 | card_id is missing; was 'cardid'"
            + " meant",
        "/card/creat   | {}                         | 40066 | was /card/create meant?",
        "/card/get     | {\"card_id\": \"p\"}       | 40073 | there is no card p",
        "/card/create  | {\"card\": {}}             | 41011 | card_type is missing",
        "/card/get     | {\"card_id\":              | 47001 | no JSON: line 1, column",
        "/cgi-bin/token| {}                         | 43001 | the path takes GET, not POST",
      })
  void a_refusal_names_field_and_rule(String path, String body, int errcode, String reason) {
    raw.call(path, body);

    assertThat(last().path("errcode").asInt()).isEqualTo(errcode);
    assertThat(last().path("reason").asText()).contains(reason);
  }

  @Test
  void a_text_that_is_too_long_is_named_with_its_bytes() {
    raw.call("/card/create", Definitions.groupon(base -> base.put("title", "一二三四五六七八九十")));

    assertThat(last().path("reason").asText())
        .contains("groupon.base_info.title", "30 bytes", "at most 27");
  }

  @Test
  void the_wrong_method_is_told() {
    raw.get("/card/create");

    assertThat(last().path("errcode").asInt()).isEqualTo(43002);
    assertThat(last().path("reason").asText()).isEqualTo("the path takes POST, not GET");
  }

  @Test
  void secrets_are_masked_wherever_they_stand() {
    String token = raw.token();
    String stable =
        raw.post(
                "/cgi-bin/stable_token",
                "{\"grant_type\": \"client_credential\", \"appid\": \"wx5a4db0c0000c0de1\","
                    + " \"secret\" : \"0123456789abcdef0123456789abcdef\"}")
            .path("access_token")
            .asText();
    String ticket = ticketToSign();
    String key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    raw.post(
        "/sandbox/callback",
        "{\"url\": \"http://127.0.0.1:1\", \"token\": \"tok\\\"enX\", \"encodingAesKey\": \""
            + key
            + "\"}");

    String journal = raw.get("/sandbox/journal").toString();

    assertThat(journal)
        .contains("***", "wx5a4db0c0000c0de1")
        .doesNotContain(token, stable, ticket, key, "enX", "0123456789abcdef0123456789abcdef");
  }

  @Test
  void a_secret_that_the_cut_goes_through_is_masked() {
    String padding = "x".repeat(4096 - 40);
    raw.post(
        "/cgi-bin/stable_token",
        "{\"padding\": \"" + padding + "\", \"secret\": \"0123456789abcdef0123456789abcdef\"}");

    assertThat(last().path("request").asText()).doesNotContain("0123456789");
  }

  @Test
  void the_ticket_of_a_qr_code_is_no_secret() {
    String ticket = raw.ticket(raw.create(Definitions.groupon()));

    assertThat(last().path("answer").asText()).contains(ticket);
  }

  @Test
  void bodies_are_cut_at_four_kibibytes_and_files_are_left_out() {
    raw.call("/card/get", "{\"card_id\": \"" + "x".repeat(5000) + "\"}");
    assertThat(last().path("request").asText())
        .hasSizeBetween(4096, 4120)
        .endsWith("… (5015 bytes)");

    raw.call("/card/get", "{\"card_id\": \"" + "x".repeat(4096 - 15) + "\"}");
    assertThat(last().path("request").asText()).hasSize(4096).endsWith("x\"}");

    ProvokedCodesTest.largeLogo(raw);
    assertThat(last().path("request").asText()).matches("\\(multipart/form-data, \\d+ bytes\\)");
  }

  @Test
  void entries_stand_in_their_order_and_after_an_id_there_are_only_later_ones() {
    raw.call("/card/get", "{}");
    long id = last().path("id").asLong();
    raw.call("/card/getcolors", "{}");
    raw.call("/card/batchget", "{}");

    assertThat(paths("/sandbox/journal"))
        .endsWith("/card/get", "/card/getcolors", "/card/batchget");
    assertThat(paths("/sandbox/journal?after=" + id))
        .containsExactly("/card/getcolors", "/card/batchget");
    assertThat(paths("/sandbox/journal?after=" + (id + 2))).isEmpty();
    assertThat(raw.get("/sandbox/journal?after=x").path("errcode").asInt()).isEqualTo(40097);
  }

  @Test
  void looking_leaves_no_trace_and_changes_at_the_controls_do() {
    raw.get("/sandbox/status");
    raw.get("/sandbox/journal");
    raw.post("/sandbox/clock", "{}");

    assertThat(paths("/sandbox/journal")).containsExactly("/cgi-bin/token", "/sandbox/clock");
  }

  @Test
  void the_last_thousand_are_kept() {
    for (int i = 0; i < 600; i++) {
      raw.call("/card/getcolors", "{}");
    }
    assertThat(paths("/sandbox/journal")).hasSize(601);
    for (int i = 0; i < 405; i++) {
      raw.call("/card/batchget", "{}");
    }

    List<String> kept = paths("/sandbox/journal");

    assertThat(kept).hasSize(1000).startsWith("/card/getcolors").endsWith("/card/batchget");
    assertThat(kept).filteredOn("/card/batchget"::equals).hasSize(405);
  }

  @Test
  void a_fault_is_told_beside_what_it_did() {
    raw.post("/sandbox/faults", "{\"path\": \"/card/get\", \"errcode\": -1, \"times\": 1}");
    raw.call("/card/get", "{}");
    assertThat(last().path("reason").asText()).contains("fault 1");

    raw.post("/sandbox/faults", "{\"path\": \"/card/getcolors\", \"truncate\": true}");
    new Wire(raw.sandbox.base()).post("/card/getcolors?access_token=" + raw.token(), "{}");
    assertThat(last().path("reason").asText()).contains("fault 2");
    assertThat(last().path("answer").asText()).endsWith("}");
  }

  private String ticketToSign() {
    return raw.get("/cgi-bin/ticket/getticket?type=wx_card&access_token=" + raw.token())
        .path("ticket")
        .asText();
  }

  private JsonNode last() {
    JsonNode entries = raw.get("/sandbox/journal").path("entries");
    return entries.path(entries.size() - 1);
  }

  private List<String> paths(String journal) {
    return StreamSupport.stream(raw.get(journal).path("entries").spliterator(), false)
        .map(entry -> entry.path("path").asText())
        .toList();
  }
}
