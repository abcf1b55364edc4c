package io.github.wxcard.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CardUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://mmbiz.qpic.cn/a/0,http,mmbiz.qpic.cn",
    "HTTPS://Example.COM:8443?x=1,https,example.com",
    "//mmbiz.qpic.cn/a,'',mmbiz.qpic.cn",
    "www.qq.com,'',www.qq.com",
    "www.qq.com:80/路径,'',www.qq.com",
    "http://sandbox:8900/x,http,sandbox",
    "weixin://dl/business,weixin,dl"
  })
  void scheme_and_host_are_found(String text, String scheme, String host) {
    assertThat(CardUrl.parse(text)).contains(new CardUrl(scheme, host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "立即使用", "http://", "http://a b.cn", "https:///x", "hello"})
  void what_cannot_be_a_url_is_none(String text) {
    assertThat(CardUrl.parse(text)).isEmpty();
  }

  @Test
  void a_sandbox_on_this_machine_is_known_by_its_host() {
    assertThat(CardUrl.parse("http://127.0.0.1:8900/x").orElseThrow().loopback()).isTrue();
    assertThat(CardUrl.parse("http://10.0.0.1/x").orElseThrow().loopback()).isFalse();
  }
}
