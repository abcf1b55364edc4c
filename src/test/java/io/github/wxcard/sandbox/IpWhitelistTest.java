package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.IpWhitelist;
import io.github.wxcard.sandbox.service.base.IpWhitelist.Block;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The addresses that may call. */
final class IpWhitelistTest {
  private static final String TOKEN =
      "/cgi-bin/token?grant_type=client_credential&" + RawSandbox.CREDENTIALS;

  @Test
  void whoever_is_not_listed_is_refused_on_every_call() {
    try (RawSandbox raw = RawSandbox.inMemory(listing("10.0.0.0/8"))) {
      for (String path :
          List.of(TOKEN, "/card/getcolors?access_token=x", "/cgi-bin/media/get?access_token=x")) {
        assertThat(raw.get(path).path("errcode").asInt()).as(path).isEqualTo(40164);
      }
      assertThat(raw.post("/datacube/getcardbizuininfo", "{}").path("errcode").asInt())
          .isEqualTo(40164);
      assertThat(raw.get("/sandbox/status").path("errcode").asInt(-1)).isZero();
      assertThat(raw.get("/sandbox/journal").toString()).contains("IP whitelist");
    }
  }

  @Test
  void whoever_is_listed_calls() {
    try (RawSandbox raw = RawSandbox.inMemory(listing("127.0.0.0/8"))) {
      assertThat(raw.call("/card/getcolors", "{}").path("errcode").asInt(-1)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "172.0.0.1/24, 172.0.0.255, true",
    "172.0.0.1/24, 172.0.1.0, false",
    "10.0.0.0/9, 10.127.0.1, true",
    "10.0.0.0/9, 10.128.0.1, false",
    "0.0.0.0/0, 8.8.8.8, true",
    "2001:db8::/32, 2001:db8:1::1, true",
    "2001:db8::/32, 2001:db9::1, false",
    "0.0.0.0/0, ::1, false"
  })
  void a_block_holds_what_begins_alike(String block, String caller, boolean listed)
      throws UnknownHostException {
    IpWhitelist whitelist = new IpWhitelist(List.of(Block.parse(block).orElseThrow()));
    InetAddress address = InetAddress.getByName(caller);
    boolean let = true;
    try {
      whitelist.demand(address);
    } catch (ApiException refusal) {
      let = false;
    }
    assertThat(let).isEqualTo(listed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*",
        "10.0.*.1",
        "10.0.0.1:80",
        "10.0.0.1/33",
        "10.0.0.1/",
        "10.0.0.1/-1",
        "10.1",
        "example.com",
        "300.1.1.1",
        "::1/129",
        "10.0.0.1/8/8"
      })
  void what_is_no_address_is_none(String text) {
    assertThat(Block.parse(text)).isEmpty();
  }

  private static AccountPolicy listing(String block) {
    IpWhitelist whitelist = new IpWhitelist(List.of(Block.parse(block).orElseThrow()));
    return new AccountPolicy(false, Set.of(), false, false, whitelist);
  }
}
