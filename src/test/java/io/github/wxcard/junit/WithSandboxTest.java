package io.github.wxcard.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.junit.SdkAccount.RefusedCall;
import io.github.wxcard.junit.WithSandbox.Lifecycle;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The sandbox as other people's tests have it, with an SDK that nobody here wrote. */
@WithSandbox
class WithSandboxTest {
  private SandboxHandle sandbox;
  private SdkAccount account;

  @BeforeEach
  void open(SandboxHandle given) {
    sandbox = given;
    account = new SdkAccount(given);
  }

  @Test
  void a_test_and_its_set_up_share_a_sandbox(SandboxHandle given) {
    assertThat(given).isSameAs(sandbox);
  }

  @Test
  void an_sdk_finds_a_new_account() {
    assertThat(account.cards()).isZero();
  }

  @Test
  void a_user_claims_what_was_approved() {
    String cardId = account.createCard();
    String url = account.qrCodeOf(cardId);
    assertThatThrownBy(() -> sandbox.scan(url, "anna"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("72022", "anna is not on the whitelist");

    sandbox.approve(cardId);
    JsonNode claim = sandbox.scan(url, "anna");

    assertThat(claim.path("card_id").asText()).isEqualTo(cardId);
    assertThat(sandbox.events())
        .extracting(event -> event.path("name").asText())
        .contains("card_pass_check", "user_get_card");
    assertThat(sandbox.requests())
        .extracting(request -> request.path("path").asText())
        .contains("/card/create", "/card/qrcode/create", "/sandbox/scan");
  }

  @Test
  void a_review_can_end_badly() {
    String cardId = account.createCard();

    sandbox.reject(cardId, "the logo");

    assertThat(sandbox.events())
        .extracting(event -> event.path("name").asText())
        .containsExactly("card_not_pass_check");
  }

  @Test
  void the_clock_ends_a_token() {
    account.createCard();

    sandbox.clock().advance(Duration.ofHours(3));

    assertThat(account.cards()).isEqualTo(1);
    assertThat(sandbox.requests())
        .extracting(request -> request.path("errcode").asInt())
        .contains(42001);
  }

  @Test
  void the_clock_goes_a_hundred_years_ahead_and_back_to_the_real_time() {
    Duration eightyYears = Duration.ofDays(30_000);
    sandbox.clock().advance(eightyYears);
    assertThatThrownBy(() -> sandbox.clock().advance(eightyYears))
        .hasMessageContaining("100 years");

    sandbox.clock().reset();

    sandbox.clock().advance(eightyYears);
  }

  @Test
  void a_fault_strikes_its_path_and_is_cleared() {
    sandbox.fault(SandboxFault.on("/card/create").errcode(45009).times(5));
    assertThatThrownBy(account::createCard)
        .isInstanceOfSatisfying(
            RefusedCall.class, refused -> assertThat(refused.errcode()).isEqualTo(45009));

    sandbox.clearFaults();

    assertThat(account.createCard()).isNotEmpty();
  }

  @Test
  void a_reset_forgets_everything() {
    account.createCard();

    sandbox.reset();

    assertThat(account.cards()).isZero();
  }

  @Test
  @WithSandbox(autoApprove = true)
  void an_annotation_of_a_test_outranks_its_classs(SandboxHandle approving) {
    String url = account.qrCodeOf(account.createCard());

    assertThat(approving).isSameAs(sandbox);
    assertThat(approving.scan(url, "anna").path("code").asText()).isNotEmpty();
  }

  @Test
  @WithSandbox(seed = "one-card.json")
  void a_seed_brings_its_cards() {
    assertThat(account.cards()).isEqualTo(1);
  }

  /** Tests that leave something behind for one another. */
  @Nested
  @WithSandbox(lifecycle = Lifecycle.PER_CLASS)
  class SharedByTheTestsOfAClass {
    private static final Set<String> BASES = new HashSet<>();

    @Test
    void one_test_has_the_sandbox(SandboxHandle shared) {
      assertThat(only(shared)).hasSize(1);
    }

    @Test
    void another_has_the_same(SandboxHandle shared) {
      assertThat(only(shared)).hasSize(1);
    }

    private Set<String> only(SandboxHandle shared) {
      BASES.add(shared.baseUrl().toString());
      return BASES;
    }
  }
}
