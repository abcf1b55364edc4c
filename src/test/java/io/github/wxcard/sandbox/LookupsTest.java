package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking calls up by their rid, and quotas by their path. */
final class LookupsTest {
  private static final String RID = "/cgi-bin/openapi/rid/get";
  private static final String QUOTA = "/cgi-bin/openapi/quota/get";

  @Injected private RawSandbox raw;

  @Test
  void a_refused_call_is_found_by_its_rid() {
    String rid = refusedRid();

    JsonNode answer = raw.done(RID, "{\"rid\": \"" + rid + "\"}");

    JsonNode request = answer.path("request");
    assertThat(request.fieldNames())
        .toIterable()
        .containsExactly(
            "invoke_time",
            "cost_in_ms",
            "request_url",
            "request_body",
            "response_body",
            "client_ip");
    assertThat(request.path("invoke_time").asLong())
        .isEqualTo(raw.clock.instant().getEpochSecond());
    assertThat(request.path("request_url").asText()).startsWith("access_token=");
    assertThat(request.path("request_body").asText()).isEqualTo("{\"touser\":\"oNobody\"}");
    assertThat(request.path("response_body").asText()).contains("40003", rid);
    assertThat(request.path("client_ip").asText()).isEqualTo("127.0.0.1");
    assertThat(request.toString()).doesNotContain(raw.token());
  }

  @Test
  void after_seven_days_a_rid_is_unknown() {
    String body = "{\"rid\": \"" + refusedRid() + "\"}";
    raw.clock.advance(Duration.ofDays(7));
    raw.forgetToken();
    raw.done(RID, body);

    raw.clock.advance(Duration.ofSeconds(1));

    assertThat(raw.errcode(RID, body)).isEqualTo(76001);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, 76002",
    "{'rid': 'StC5vA0024r283'}, 76002",
    "{'rid': '66e5c46f-52840e51-094bb31'}, 76002",
    "{'rid': '66e5c46f-52840e51-094bb310'}, 76001"
  })
  void what_is_no_rid_of_this_sandbox_is_refused(String body, int errcode) {
    assertThat(raw.errcode(RID, body.replace('\'', '"'))).isEqualTo(errcode);
  }

  @Test
  void a_quota_that_was_set_is_told_with_its_use() {
    raw.post("/sandbox/faults", "{\"path\": \"/card/batchget\", \"daily\": 3}");
    raw.post("/sandbox/faults", "{\"path\": \"/card/batchget\", \"per_minute\": 50}");
    raw.done("/card/batchget", "{\"offset\": 0, \"count\": 1}");

    JsonNode answer = raw.done(QUOTA, "{\"cgi_path\": \"/card/batchget\"}");

    assertThat(answer.fieldNames())
        .toIterable()
        .containsExactly("errcode", "rate_limit", "errmsg", "component_rate_limit", "quota");
    assertThat(answer.path("quota").toString())
        .isEqualTo("{\"daily_limit\":3,\"used\":1,\"remain\":2}");
    assertThat(answer.path("rate_limit").toString())
        .isEqualTo("{\"call_count\":50,\"refresh_second\":60}");
  }

  @Test
  void without_a_quota_the_days_calls_are_counted_until_they_are_cleared() {
    String body = "{\"cgi_path\": \"/cgi-bin/token\"}";
    raw.token();
    assertThat(raw.done(QUOTA, body).path("quota").toString())
        .isEqualTo("{\"daily_limit\":200,\"used\":1,\"remain\":199}");
    raw.clock.advance(Duration.ofSeconds(1));

    raw.done("/cgi-bin/clear_quota", "{\"appid\": \"wx5a4db0c0000c0de1\"}");

    assertThat(raw.done(QUOTA, body).at("/quota/used").asLong(-1)).isZero();
  }

  @Test
  void a_new_day_begins_at_midnight_in_beijing() {
    raw.token();
    raw.clock.advance(Duration.ofHours(12));
    raw.forgetToken();
    raw.token();

    assertThat(raw.done(QUOTA, "{\"cgi_path\": \"/cgi-bin/token\"}").at("/quota/used").asLong())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "{}, 76003",
    "{'cgi_path': 'card/create'}, 76003",
    "{'cgi_path': 'https://api.weixin.qq.com/card/create'}, 76003",
    "{'cgi_path': '//api.weixin.qq.com/card/create'}, 76003",
    "{'cgi_path': '/sns/userinfo'}, 76022",
    "{'cgi_path': '/card/created'}, 76021",
    "{'cgi_path': '/sandbox/status'}, 76021",
    "{'cgi_path': '/card/create'}, 0",
    "{'cgi_path': '/card/invoice/seturl'}, 0"
  })
  void a_path_is_one_of_wechats(String body, int errcode) {
    assertThat(raw.errcode(QUOTA, body.replace('\'', '"'))).isEqualTo(errcode);
  }

  private String refusedRid() {
    JsonNode refused = raw.call("/cgi-bin/message/custom/send", "{\"touser\":\"oNobody\"}");
    assertThat(refused.path("errcode").asInt()).isEqualTo(40003);
    String text = refused.path("errmsg").asText();
    return text.substring(text.indexOf("rid: ") + "rid: ".length());
  }
}
