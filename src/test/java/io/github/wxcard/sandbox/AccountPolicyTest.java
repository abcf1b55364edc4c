package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An account that may not use cards at all, and what a sandbox says of its account. */
final class AccountPolicyTest {
  private final RawSandbox raw =
      RawSandbox.inMemory(new AccountPolicy(false, Set.of(AccountRight.CARD), false));

  @AfterEach
  void close() {
    raw.close();
  }

  @Test
  void without_the_right_to_cards_every_call_of_the_card_api_is_refused() {
    assertThat(raw.errcode("/card/create", Definitions.groupon())).isEqualTo(48001);
    assertThat(raw.errcode("/card/getcolors", "{}")).isEqualTo(48001);
    assertThat(raw.errcode("/card/get", "{}")).isEqualTo(48001);
    assertThat(raw.get("/sandbox/status").path("cards").asInt(-1)).isZero();
  }

  @Test
  void a_bad_token_is_told_before_the_missing_right() {
    assertThat(raw.post("/card/get", "{}").path("errcode").asInt()).isEqualTo(41001);
  }

  @Test
  void other_calls_go_on() {
    JsonNode ticket = raw.get("/cgi-bin/ticket/getticket?type=jsapi&access_token=" + raw.token());

    assertThat(ticket.path("errcode").asInt(-1)).isZero();
  }

  @Test
  void the_refusal_is_explained_in_the_journal() {
    raw.call("/card/get", "{}");

    assertThat(raw.get("/sandbox/journal").path("entries").toString())
        .contains("the account is without the right to any call of the card API");
  }

  @Test
  void status_tells_which_account_is_played() {
    JsonNode poor = raw.get("/sandbox/status");
    assertThat(poor.path("strict").asBoolean(true)).isFalse();
    assertThat(poor.path("auto_approve").asBoolean(true)).isFalse();
    assertThat(poor.path("without").toString()).isEqualTo("[\"card\"]");

    AccountPolicy policy =
        new AccountPolicy(true, EnumSet.of(AccountRight.BALANCE, AccountRight.CUSTOM_CODE), true);
    try (RawSandbox other = RawSandbox.inMemory(policy)) {
      JsonNode status = other.get("/sandbox/status");
      assertThat(status.path("strict").asBoolean()).isTrue();
      assertThat(status.path("auto_approve").asBoolean()).isTrue();
      assertThat(status.path("without").toString()).isEqualTo("[\"custom-code\",\"balance\"]");
    }
  }
}
