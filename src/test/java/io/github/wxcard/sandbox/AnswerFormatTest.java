package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers, spelling and error texts of answers, as they were seen of WeChat's. */
final class AnswerFormatTest {
  private static final String HINT =
      "\\[[\\w.]{6}([0-9]{4}[ren][0-9]{3}|[0-9]{8})]"; // One capture of either kind.
  private static final String RID = "[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}";
  private static final String STABLE =
      ", could get access_token by getStableAccessToken, more details at"
          + " https://mmbizurl.cn/s/JtxxFh33r";

  @Injected private RawSandbox raw;

  @Test
  void the_headers_are_wechats() {
    HttpResponse<byte[]> answer =
        raw.send("/card/getcolors?access_token=" + raw.token(), builder -> builder.GET());

    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("application/json; encoding=utf-8");
    assertThat(answer.headers().firstValue("Connection")).hasValue("keep-alive");
    assertThat(answer.headers().firstValue("Date")).isPresent();
    assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
  }

  @Test
  void a_caller_who_ends_the_connection_is_told_that_it_ends() {
    assertThat(new Wire(raw.sandbox.base()).post("/card/get", "{}"))
        .contains("Connection: close\r\n")
        .doesNotContain("keep-alive");
  }

  @Test
  void slashes_are_escaped_on_wechats_paths_and_nowhere_else() {
    String cardId = raw.create(Definitions.groupon());
    String body = "{\"action_name\":\"QR_CARD\",\"action_info\":{\"card\":{\"card_id\":\"%s\"}}}";

    String qr = posted("/card/qrcode/create", body.formatted(cardId));
    assertThat(qr).contains("\"url\":\"http:\\/\\/127.0.0.1").doesNotContain("\\\\/");
    assertThat(qr.replace("\\/", "")).doesNotContain("/");
    assertThat(posted("/card/get", "{\"card_id\":\"" + cardId + "\"}")).contains("http:\\/\\/");
    assertThat(posted("/cgi-bin/tokens", "{}")).doesNotContain("://");
    assertThat(text(raw.send("/sandbox/status", builder -> builder.GET()))).doesNotContain("\\/");
    assertThat(text(raw.send("/sandbox/journal", builder -> builder.GET())))
        .contains("\"path\":\"/card/create\"");
  }

  @Test
  void the_text_behind_a_backslash_stays_what_it_was() {
    String cardId = raw.create(Definitions.groupon(base -> base.put("notice", "a\\/b\"")));

    JsonNode card = raw.done("/card/get", "{\"card_id\":\"" + cardId + "\"}");

    assertThat(card.at("/card/groupon/base_info/notice").asText()).isEqualTo("a\\/b\"");
  }

  @Test
  void hints_come_in_both_forms_and_rids_begin_with_the_time() {
    Set<Boolean> digitsOnly = new TreeSet<>();
    for (int i = 0; i < 60; i++) {
      String text = raw.call("/card/get", "{}").path("errmsg").asText();
      assertThat(text).matches("missing card id hint: " + HINT);
      digitsOnly.add(text.matches(".*[0-9]{8}]"));
    }
    assertThat(digitsOnly).containsExactly(false, true);
    String rid = raw.get("/cgi-bin/token?grant_type=x").path("errmsg").asText();
    assertThat(rid).matches("invalid grant_type rid: " + RID);
    long first = Long.parseLong(rid.replaceFirst(".*rid: ([0-9a-f]{8}).*", "$1"), 16);
    assertThat(first).isEqualTo(raw.clock.instant().getEpochSecond());
    assertThat(raw.call("/datacube/getcardbizuininfo", "{}").path("errmsg").asText())
        .matches(".* rid: " + RID);
  }

  @ParameterizedTest
  @CsvSource({
    "40001, /cgi-bin/clear_quota, invalid credential; access_token is invalid or not latest,"
        + " true, rid",
    "40001, /card/get, invalid credential; access_token is invalid or not latest, true, hint",
    "45009, /cgi-bin/stable_token, reach max api daily quota limit, true, rid",
    "45009, /card/get, reach max api daily quota limit, false, hint",
    "45009, /cgi-bin/media/uploadimg, reach max api daily quota limit, false, rid"
  })
  void some_texts_tell_of_the_stable_token(
      int errcode, String path, String stem, boolean told, String tail) {
    fault(errcode);

    String text = raw.post(path, "{}").path("errmsg").asText();

    assertThat(text).startsWith(stem.replace(';', ',') + (told ? STABLE : "") + " " + tail + ": ");
  }

  @Test
  void a_classic_token_call_over_its_quota_is_told_of_the_stable_one() {
    fault(45009);

    String text = raw.get("/cgi-bin/token?grant_type=x").path("errmsg").asText();

    assertThat(text).startsWith("reach max api daily quota limit" + STABLE + " rid: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cgi-bin/stable_token", "/card/create"})
  void an_unlisted_caller_is_told_the_own_address(String path) {
    fault(40164);

    assertThat(raw.post(path, "{}").path("errmsg").asText())
        .startsWith("invalid ip 127.0.0.1 ipv6 ::ffff:127.0.0.1, not in whitelist ");
  }

  @Test
  void the_sandboxs_own_calls_take_escaped_text() {
    JsonNode claimed =
        raw.claimed(Definitions.groupon(), "someone"); // So that there is something to look at.
    JsonNode seen =
        raw.post(
            "/sandbox/view",
            "{\"code\":\"%s\",\"user\":\"\\u0073omeone\"}"
                .formatted(claimed.path("code").asText()));
    assertThat(seen.path("errcode").asInt()).as("%s", seen).isZero();

    raw.post("/sandbox/scan", "{\"ticket\":\"x\",\"username\":\"\\u738b\\u4e94\"}");
    String cardId = raw.create(Definitions.groupon());
    raw.post("/sandbox/approve", "{\"card_id\":\"" + cardId + "\"}");
    JsonNode scan =
        raw.post(
            "/sandbox/scan",
            "{\"ticket\":\"%s\",\"username\":\"\\u738b\\u4e94\"}".formatted(raw.ticket(cardId)));
    assertThat(scan.path("errcode").asInt()).as("%s", scan).isZero();
    assertThat(raw.get("/sandbox/users").toString()).contains("王五");
    assertThat(raw.errcode("/card/get", "{\"card_id\":\"\\u738b\"}")).isEqualTo(47002);
  }

  private void fault(int errcode) {
    raw.post("/sandbox/faults", "{\"errcode\":" + errcode + "}");
  }

  private String posted(String path, String body) {
    return text(
        raw.send(
            path + "?access_token=" + raw.token(),
            builder -> builder.POST(BodyPublishers.ofString(body))));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
