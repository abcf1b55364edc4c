package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlatformCallsTest {
  private static final String OWN = "{\"appid\":\"wx5a4db0c0000c0de1\"}";
  private static final String BY_SECRET =
      "{\"appid\":\"wx5a4db0c0000c0de1\",\"appsecret\":\"0123456789abcdef0123456789abcdef\"}";
  private static final String CHECK = "/cgi-bin/callback/check";
  private static final String EVERYTHING = "{\"action\":\"all\",\"check_operator\":\"DEFAULT\"}";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void clearing_the_quota_starts_every_daily_counter_anew() {
    raw.done("/sandbox/faults", "{\"path\":\"/card/getcolors\",\"daily\":1}");
    assertThat(colors()).isZero();
    assertThat(colors()).isEqualTo(45009);

    JsonNode answer = raw.done("/cgi-bin/clear_quota", OWN);

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    assertThat(colors()).isZero();
    assertThat(colors()).isEqualTo(45009);
    assertThat(raw.post("/cgi-bin/clear_quota/v2", BY_SECRET).path("errcode").asInt(-1)).isZero();
    assertThat(colors()).isZero();
  }

  @Test
  void a_quota_of_the_whole_api_can_be_cleared_when_it_is_used_up() {
    raw.token();
    raw.done("/sandbox/faults", "{\"daily\":0}");
    assertThat(colors()).isEqualTo(45009);

    assertThat(raw.errcode("/cgi-bin/clear_quota", OWN)).isZero();
  }

  @Test
  void both_ways_of_clearing_share_ten_uses_in_a_month_of_beijing() {
    raw.clock.advance(Duration.ofDays(30).plusHours(11));
    for (int i = 0; i < 5; i++) {
      raw.done("/cgi-bin/clear_quota", OWN);
      raw.post("/cgi-bin/clear_quota/v2", BY_SECRET);
    }
    assertThat(raw.errcode("/cgi-bin/clear_quota", OWN)).isEqualTo(48006);
    assertThat(raw.post("/cgi-bin/clear_quota/v2", BY_SECRET).path("errcode").asInt())
        .isEqualTo(48006);

    raw.clock.advance(Duration.ofMinutes(59));
    assertThat(raw.errcode("/cgi-bin/clear_quota", OWN)).isEqualTo(48006);
    raw.clock.advance(Duration.ofMinutes(1));
    assertThat(raw.errcode("/cgi-bin/clear_quota", OWN)).isZero();
  }

  @Test
  void only_the_account_itself_clears_its_quota() {
    assertThat(raw.errcode("/cgi-bin/clear_quota", "{\"appid\":\"wx0\"}")).isEqualTo(40013);
    assertThat(raw.errcode("/cgi-bin/clear_quota", "{}")).isEqualTo(41002);
    assertThat(raw.post("/cgi-bin/clear_quota", OWN).path("errcode").asInt()).isEqualTo(41001);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-,                  0123456789abcdef0123456789abcdef, 41002",
        "wx0000000000000000, 0123456789abcdef0123456789abcdef, 40013",
        "wx5a4db0c0000c0de1, -,                                41004",
        "wx5a4db0c0000c0de1, short,                            40125",
        "wx5a4db0c0000c0de1, 00000000000000000000000000000000, 40001"
      })
  void clearing_by_secret_tells_wrong_credentials_apart(String id, String secret, int errcode) {
    String body =
        "{\"appid\":%s,\"appsecret\":%s}"
            .formatted(
                id == null ? null : "\"" + id + "\"", secret == null ? null : "\"" + secret + "\"");
    assertThat(raw.post("/cgi-bin/clear_quota/v2", body).path("errcode").asInt())
        .isEqualTo(errcode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/cgi-bin/get_api_domain_ip", "/cgi-bin/getcallbackip"})
  void the_servers_addresses_come_without_errcode(String path) {
    JsonNode answer = raw.get(path + "?access_token=" + raw.token());

    assertThat(answer.fieldNames()).toIterable().containsExactly("ip_list");
    assertThat(answer.path("ip_list")).isEqualTo(Definitions.json("[\"127.0.0.1\"]"));
    assertThat(raw.get(path).path("errcode").asInt()).isEqualTo(41001);
    assertThat(raw.errcode(path, "{}")).isEqualTo(43001);
  }

  @Test
  void a_callback_is_looked_up_and_pinged_without_errcode() {
    setCallback("http://events.shop.test:8080/push?x=1");

    JsonNode answer = raw.call(CHECK, EVERYTHING);

    assertThat(answer.fieldNames()).toIterable().containsExactly("dns", "ping");
    JsonNode dns = answer.at("/dns/0");
    JsonNode ping = answer.at("/ping/0");
    assertThat(dns.fieldNames()).toIterable().containsExactly("ip", "real_operator");
    assertThat(ping.fieldNames())
        .toIterable()
        .containsExactly("ip", "from_operator", "package_loss", "time");
    assertThat(dns.path("ip").asText()).startsWith("203.0.113.");
    assertThat(ping.path("ip")).isEqualTo(dns.path("ip"));
    assertThat(ping.path("package_loss").asText()).isEqualTo("0%");
    assertThat(ping.path("time").asText()).matches("[0-9]{1,2}\\.[0-9]{3}ms");
    assertThat(raw.call(CHECK, EVERYTHING)).isEqualTo(answer);
  }

  @ParameterizedTest
  @CsvSource({"dns, UNICOM", "ping, CHINANET", "dns, CAP"})
  void one_check_can_be_asked_for_through_one_operator(String action, String operator) {
    setCallback("http://127.0.0.1:9000/push");

    JsonNode answer =
        raw.call(CHECK, RawSandbox.body("action", action, "check_operator", operator));

    assertThat(answer.fieldNames()).toIterable().containsExactly(action);
    JsonNode only = answer.path(action).path(0);
    assertThat(only.path("ip").asText()).isEqualTo("127.0.0.1");
    assertThat(only).anyMatch(value -> value.asText().equals(operator));
  }

  @Test
  void what_cannot_be_checked_is_told_apart() {
    assertThat(raw.errcode(CHECK, EVERYTHING)).isEqualTo(40201);
    setCallback("no address");
    assertThat(raw.errcode(CHECK, EVERYTHING)).isEqualTo(40201);
    setCallback("http://localhost:9000/push");
    assertThat(raw.errcode(CHECK, "{\"action\":\"trace\"}")).isEqualTo(40202);
    assertThat(raw.errcode(CHECK, "{}")).isEqualTo(40202);
    assertThat(raw.errcode(CHECK, "{\"action\":\"dns\",\"check_operator\":\"CMCC\"}"))
        .isEqualTo(40203);
    assertThat(raw.call(CHECK, "{\"action\":\"dns\"}").at("/dns/0/ip").asText())
        .isEqualTo("127.0.0.1");
  }

  private int colors() {
    return raw.errcode("/card/getcolors", "{}");
  }

  private void setCallback(String url) {
    rows.change(
        "INSERT OR REPLACE INTO setting VALUES ('callback', ?)", RawSandbox.body("url", url));
  }
}
