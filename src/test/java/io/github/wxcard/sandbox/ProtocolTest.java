package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProtocolTest {
  @Test
  void a_page_can_be_asked_for_its_head_alone() {
    String ticket = raw.ticket(raw.create(Definitions.groupon()));
    String picture = "/cgi-bin/showqrcode?ticket=" + RawSandbox.encode(ticket);
    HttpResponse<byte[]> head =
        raw.send(picture, builder -> builder.method("HEAD", BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.headers().firstValue("Content-Type")).hasValue("image/jpg");
    assertThat(head.body()).isEmpty();
    HttpResponse<byte[]> unknown =
        raw.send(
            "/cgi-bin/showqrcode?ticket=x",
            builder -> builder.method("HEAD", BodyPublishers.noBody()));
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Injected private RawSandbox raw;

  @Test
  void a_refusal_has_wechats_text_and_a_trace_that_varies() {
    JsonNode first = raw.call("/card/get", "{}");
    JsonNode second = raw.call("/card/get", "{}");
    JsonNode elsewhere = raw.get("/cgi-bin/token?grant_type=x");

    assertThat(first.path("errmsg").asText())
        .matches("missing card id hint: \\[\\w{6}[0-9]{4}[ren][0-9]{3}\\]");
    assertThat(second.path("errmsg")).isNotEqualTo(first.path("errmsg"));
    assertThat(elsewhere.path("errmsg").asText())
        .matches(".+ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}");
  }

  @Test
  void a_refusal_says_why_in_a_header_and_nothing_else_does() {
    HttpResponse<byte[]> refused =
        raw.send(
            "/card/creat%C3%A9?access_token=x",
            builder -> builder.POST(BodyPublishers.ofString("{}")));
    HttpResponse<byte[]> done =
        raw.send("/card/getcolors?access_token=" + raw.token(), builder -> builder.GET());

    String reason = refused.headers().firstValue("X-Wxcard-Reason").orElseThrow();
    assertThat(reason).matches("[!-~]+");
    assertThat(URLDecoder.decode(reason, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("there is no such path; was /card/create meant?");
    assertThat(done.headers().firstValue("X-Wxcard-Reason")).isEmpty();
  }

  @Test
  void a_fault_that_shows_says_that_it_was_asked_for() {
    raw.post("/sandbox/faults", "{\"path\": \"/card/get\", \"http\": 502, \"times\": 1}");

    HttpResponse<byte[]> answer =
        raw.send("/card/get", builder -> builder.POST(BodyPublishers.ofString("{}")));

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("X-Wxcard-Reason").orElse("")).startsWith("fault%20");
  }

  @Test
  void success_begins_with_errcode_and_errmsg() {
    HttpResponse<byte[]> answer =
        raw.send("/card/getcolors?access_token=" + raw.token(), builder -> builder.GET());

    assertThat(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("{\"errcode\":0,\"errmsg\":\"ok\",\"colors\":[{\"name\":\"Color010\"");
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                                        | 44002",
        "{                                         | 47001",
        "[]                                        | 47001",
        "\"text\"                                  | 47001",
        "{} {}                                     | 47001",
        "{\"card_id\": 7}                          | 47001",
        "{\"card_id\": \"\\u5361\"}                | 47002",
        "{\"card_id\": null}                       | 41012",
        "{\"card_id\": \"\"}                       | 41012",
        "{\"card_id\": \"\\u0070\\\\u5361\"}       | 40073",
      })
  void a_bad_body_is_named(String body, int errcode) {
    assertThat(raw.errcode("/card/get", body)).isEqualTo(errcode);
  }

  @Test
  void a_body_that_is_not_utf8_is_no_json() {
    byte[] gbk = {'{', '"', 'c', 'o', 'd', 'e', '"', ':', '"', (byte) 0xbf, (byte) 0xa8, '"', '}'};

    HttpResponse<byte[]> answer =
        raw.send(
            "/card/code/get?access_token=" + raw.token(),
            builder -> builder.POST(BodyPublishers.ofByteArray(gbk)));

    assertThat(RawSandbox.json(answer).path("errcode").asInt()).isEqualTo(47001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16BE", "UTF-16LE", "UTF-16", "UTF-32BE", "UTF-32LE"})
  void a_body_in_a_wider_encoding_is_no_json(String charset) {
    byte[] body = "{\"card_id\": \"p\"}".getBytes(Charset.forName(charset));

    HttpResponse<byte[]> answer =
        raw.send(
            "/card/get?access_token=" + raw.token(),
            builder -> builder.POST(BodyPublishers.ofByteArray(body)));

    assertThat(RawSandbox.json(answer).path("errcode").asInt()).isEqualTo(47001);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\t", "\u0000", "\\\"\r"})
  void a_raw_control_character_in_a_text_is_no_json(String text) {
    assertThat(raw.errcode("/card/get", "{\"card_id\": \"" + text + "\"}")).isEqualTo(47001);
  }

  @Test
  void white_space_between_the_texts_is_json() {
    assertThat(raw.errcode("/card/get", "\ufeff{\r\n\t\"card_id\" :\n\"\\n\\\\\"\n}\n"))
        .isEqualTo(40073);
  }

  @Test
  void deep_nesting_is_refused_like_any_broken_json() {
    assertThat(raw.errcode("/card/get", "[".repeat(100_000))).isEqualTo(47001);
  }

  @Test
  void a_bad_token_is_told_before_a_bad_body() {
    assertThat(raw.post("/card/create", "{").path("errcode").asInt()).isEqualTo(41001);
  }

  @Test
  void the_wrong_method_is_named() {
    assertThat(raw.get("/card/create").path("errcode").asInt()).isEqualTo(43002);
    assertThat(raw.post("/cgi-bin/token", "{}").path("errcode").asInt()).isEqualTo(43001);
    assertThat(raw.call("/card/getcolors", "{}").path("errcode").asInt(-1)).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/card/creat", "/cgi-bin/tokens", "/datacube/nothing", "/card/get/"})
  void an_unknown_path_of_wechats_is_an_invalid_url(String path) {
    assertThat(raw.errcode(path, "{}")).isEqualTo(40066);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/favicon.ico", "/sandbox/nothing", "/mmbiz/nothing/0", "/q/nothing"})
  void an_unknown_path_of_nobodys_is_missing(String path) {
    assertThat(raw.send(path, builder -> builder.GET()).statusCode()).isEqualTo(404);
  }

  @Test
  void a_body_beyond_ten_mebibytes_is_refused() {
    HttpResponse<byte[]> answer =
        raw.send(
            "/card/create?access_token=" + raw.token(),
            builder -> builder.POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1])));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void all_fourteen_colours_are_there() {
    JsonNode colors = raw.get("/card/getcolors?access_token=" + raw.token()).path("colors");

    assertThat(colors).hasSize(14);
    assertThat(colors.get(13).path("value").asText()).isEqualTo("#5E6671");
  }
}
