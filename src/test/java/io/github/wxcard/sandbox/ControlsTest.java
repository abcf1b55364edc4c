package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A page of some website cannot work the controls through somebody's browser. */
final class ControlsTest {
  @Injected private RawSandbox raw;
  @Injected private Wire wire;
  private String host;

  @BeforeEach
  void aCard() {
    host = "Host: " + raw.sandbox.base().getAuthority() + "\r\n";
    raw.create(Definitions.groupon());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://shop.example",
        "Origin: null",
        "Origin: http://127.0.0.1",
        "Origin: http://127.0.0.1:1",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
      })
  void a_page_of_another_site_is_refused(String header) {
    String answer = wire.post("/sandbox/reset", host + header + "\r\n", "{}");

    assertThat(answer).startsWith("HTTP/1.1 403 ");
    assertThat(cards()).isEqualTo(1);
    assertThat(raw.get("/sandbox/journal").path("entries").toString())
        .contains("\"status\":403", "a page of ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shop.example",
        "shop.example:8900",
        "127.0.0.1.shop.example",
        "localhost.shop.example",
        "api.weixin.qq.com",
      })
  void a_name_that_a_stranger_can_own_is_refused(String name) {
    String answer = wire.post("/sandbox/reset", "Host: " + name + "\r\n", "{}");

    assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Host header");
    assertThat(cards()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.0.0.1:8900",
        "LOCALHOST:1",
        "sandbox.localhost",
        "[::1]:8900",
        "10.0.0.1:8900",
        "wxcard-sandbox:8900",
      })
  void a_name_that_no_stranger_can_own_is_served(String name) {
    assertThat(wire.post("/sandbox/reset", "Host: " + name + "\r\n", "{}"))
        .startsWith("HTTP/1.1 200 ");
    assertThat(cards()).isZero();
  }

  @Test
  void a_page_of_the_sandbox_itself_is_served() {
    String origin = "Origin: " + raw.sandbox.base() + "\r\nSec-Fetch-Site: same-origin\r\n";

    assertThat(wire.post("/sandbox/reset", host + origin, "{}")).startsWith("HTTP/1.1 200 ");

    assertThat(cards()).isZero();
  }

  @Test
  void the_address_bar_of_a_browser_is_served() {
    assertThat(wire.post("/sandbox/clock", host + "Sec-Fetch-Site: none\r\n", "{}"))
        .startsWith("HTTP/1.1 200 ");
  }

  @Test
  void no_page_of_another_site_reaches_the_api_either() {
    String create = "/card/create?access_token=" + raw.token();
    String page = host + "Origin: https://shop.example\r\nSec-Fetch-Site: cross-site\r\n";

    assertThat(wire.post(create, page, Definitions.groupon())).startsWith("HTTP/1.1 403 ");
    assertThat(wire.post(create, "Host: shop.example\r\n", Definitions.groupon()))
        .startsWith("HTTP/1.1 403 ")
        .contains("X-Wxcard-Reason: the%20Host%20header%20names%20shop.example");
    String get = "GET /cgi-bin/token?grant_type=client_credential&%s HTTP/1.1\r\n";
    assertThat(
            wire.exchange(
                get.formatted(RawSandbox.CREDENTIALS)
                    + host
                    + "Sec-Fetch-Site: cross-site\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ");
    assertThat(cards()).isEqualTo(1);
    assertThat(wire.post(create, host, Definitions.groupon())).startsWith("HTTP/1.1 200 ");
    assertThat(cards()).isEqualTo(2);
  }

  @Test
  void pictures_may_be_shown_by_any_page() {
    String ticket = RawSandbox.encode(raw.ticket(raw.create(Definitions.groupon())));

    assertThat(
            wire.exchange(
                "GET /cgi-bin/showqrcode?ticket=%s HTTP/1.1\r\n%s%s\r\n"
                    .formatted(
                        ticket, host, "Sec-Fetch-Site: cross-site\r\nConnection: close\r\n")))
        .startsWith("HTTP/1.1 200 ");
  }

  private int cards() {
    return raw.get("/sandbox/status").path("cards").asInt(-1);
  }
}
