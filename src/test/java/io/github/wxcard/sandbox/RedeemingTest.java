package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RedeemingTest {
  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;

  @Test
  void a_redeemed_code_is_told_to_the_merchant_once() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String code = RawSandbox.body("code", claim.path("code").asText());

    JsonNode answer = raw.done("/card/code/consume", code);
    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(40099);

    assertThat(answer.at("/card/card_id")).isEqualTo(claim.path("card_id"));
    assertThat(answer.path("openid")).isEqualTo(claim.path("openid"));
    assertThat(rows.events("user_consume_card"))
        .singleElement()
        .returns(claim.path("openid").asText(), DatabaseRows.Event::sender)
        .returns(claim.path("code").asText(), event -> event.field("UserCardCode"))
        .returns("FROM_API", event -> event.field("ConsumeSource"))
        .returns("", event -> event.field("LocationName"));
  }

  @ParameterizedTest
  @CsvSource({
    "GIFTING, 40127",
    "GIFT_TIMEOUT, 40127",
    "DELETE, 40127",
    "UNAVAILABLE, 40127",
    "CONSUMED, 40099"
  })
  void only_a_normal_code_is_redeemable(String status, int errcode) {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    rows.change("UPDATE code SET status = ?", status);
    String code = RawSandbox.body("code", claim.path("code").asText());

    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(errcode);
    assertThat(raw.errcode("/card/code/get", code)).isEqualTo(errcode);
    JsonNode shown = raw.done("/card/code/get", code.replace("}", ", \"check_consume\": false}"));
    assertThat(shown.path("user_card_status").asText()).isEqualTo(status);
    assertThat(shown.path("can_consume").asBoolean(true)).isFalse();
    assertThat(rows.events("user_consume_card")).isEmpty();
  }

  @Test
  void a_code_that_went_on_to_somebody_else_is_unknown_in_both_modes() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    rows.change("UPDATE code SET status = 'GIFT_SUCC'");
    String code = RawSandbox.body("code", claim.path("code").asText());

    assertThat(raw.errcode("/card/code/get", code)).isEqualTo(40056);
    assertThat(raw.errcode("/card/code/get", code.replace("}", ", \"check_consume\": false}")))
        .isEqualTo(40056);
    assertThat(raw.errcode("/card/code/consume", code)).isEqualTo(40056);
  }

  @Test
  void the_check_is_true_or_false() {
    JsonNode claim = raw.claimed(Definitions.groupon(), "a");
    String body = "{\"code\": \"%s\", \"check_consume\": %s}";
    String code = claim.path("code").asText();

    raw.done("/card/code/get", body.formatted(code, "true"));
    raw.done("/card/code/get", body.formatted(code, "null"));
    assertThat(raw.errcode("/card/code/get", body.formatted(code, "\"true\""))).isEqualTo(47001);
  }
}
