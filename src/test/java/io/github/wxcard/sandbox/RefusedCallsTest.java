package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the sandbox knows of and does not play. */
final class RefusedCallsTest {
  @Injected private RawSandbox raw;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/card/giftcard/page/add",
        "/card/giftcard/page/get",
        "/card/giftcard/page/update",
        "/card/giftcard/page/batchget",
        "/card/giftcard/maintain/set",
        "/card/giftcard/pay/whitelist/add",
        "/card/giftcard/pay/submch/bind",
        "/card/giftcard/wxa/set",
        "/card/giftcard/order/get",
        "/card/giftcard/order/batchget",
        "/card/giftcard/order/refund",
        "/card/generalcard/updateuser",
        "/card/paygiftcard/add",
        "/card/paygiftcard/delete",
        "/card/paygiftcard/getbyid",
        "/card/paygiftcard/batchget",
        "/card/paygiftmembercard/add",
        "/card/paygiftmembercard/delete",
        "/card/paygiftmembercard/get"
      })
  void the_account_has_no_right_to_what_is_not_played(String path) {
    assertThat(raw.errcode(path, "{}")).isEqualTo(48001);
    assertThat(coverage(path).path("coverage").asText()).isEqualTo("refused");
    assertThat(coverage(path).path("note").asText()).startsWith("48001: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/card/pay/activate",
        "/card/pay/getpayprice",
        "/card/luckymoney/updateuserbalance",
        "/card/location/batchadd",
        "/card/location/batchget",
        "/card/announcement/set",
        "/card/sms/geturl",
        "/card/code/mark"
      })
  void what_is_withdrawn_stays_so(String path) {
    assertThat(raw.errcode(path, "{}")).isEqualTo(45103);
    assertThat(raw.get(path + "?access_token=" + raw.token()).path("errcode").asInt())
        .isEqualTo(45103);
  }

  @Test
  void a_refused_call_needs_a_token_as_any_other() {
    assertThat(raw.post("/card/giftcard/order/get", "{}").path("errcode").asInt()).isEqualTo(41001);
  }

  @Test
  void a_slip_in_a_refused_path_is_an_unknown_path() {
    assertThat(raw.errcode("/card/giftcard/order/gett", "{}")).isEqualTo(40066);
  }

  private JsonNode coverage(String path) {
    for (JsonNode endpoint : raw.get("/sandbox/coverage").path("endpoints")) {
      if (endpoint.path("path").asText().equals(path)) {
        return endpoint;
      }
    }
    throw new AssertionError("no " + path + " in the coverage table");
  }
}
