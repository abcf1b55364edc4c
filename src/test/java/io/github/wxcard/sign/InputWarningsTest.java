package io.github.wxcard.sign;

import static io.github.wxcard.sign.PublishedExamples.C1;
import static io.github.wxcard.sign.PublishedExamples.CARD_ID;
import static io.github.wxcard.sign.PublishedExamples.CARD_TICKET;
import static io.github.wxcard.sign.PublishedExamples.J1;
import static io.github.wxcard.sign.PublishedExamples.J2;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class InputWarningsTest {
  @Test
  void sound_values_raise_no_doubt() {
    assertThat(C1.warnings()).isEmpty();
    assertThat(J1.warnings()).isEmpty();
    assertThat(new CallbackSignature("weixin", "1357982061", "1358161344", "YWJj").warnings())
        .isEmpty();
  }

  @Test
  void special_characters_of_a_code_are_doubtful() {
    for (String code : new String[] {"A#1", "A 1", "A/1", "A.1"}) {
      assertThat(
              new CardExtSignature(CARD_TICKET, CARD_ID, code, "", "1404896688", "ab").warnings())
          .containsExactly("the code has special characters, which WeChat takes in no code");
    }
    assertThat(
            new CardExtSignature(CARD_TICKET, CARD_ID, "A-1_b", "", "1404896688", "ab").warnings())
        .isEmpty();
  }

  @Test
  void each_doubtful_value_is_told_once() {
    CardExtSignature claim =
        new CardExtSignature(
            CARD_TICKET + " ", CARD_ID, "1".repeat(21), "x", "1404896688123", "a-b");
    assertThat(claim.warnings())
        .containsExactly(
            "the ticket begins or ends with a blank or a line break, which is signed as well",
            "the code is longer than a code's 20 characters",
            "the openid is not the usual 28 characters beginning with o",
            "the timestamp looks like milliseconds; WeChat counts in seconds",
            "the nonce is not 1 to 32 letters or digits");
  }

  @Test
  void an_empty_nonce_and_timestamp_are_told() {
    assertThat(new CardExtSignature(CARD_TICKET, CARD_ID, "", "", "", "").warnings())
        .containsExactly(
            "there is no timestamp; WeChat wants one",
            "there is no nonce; without one the signature can be replayed");
  }

  @Test
  void a_fragment_is_told_to_be_left_out() {
    assertThat(J2.warnings())
        .containsExactly(
            "the timestamp is not a whole number of seconds",
            "# and what follows it is left out of the signature");
  }

  @Test
  void blanks_in_an_encrypted_text_are_taken_for_lost_plus_signs() {
    assertThat(new CallbackSignature("weixin", "1357982061", "1", "YW j").warnings())
        .containsExactly(
            "the encrypted text has blanks; were they + before it was decoded once too often?");
  }

  @Test
  void a_made_up_nonce_raises_no_doubt() {
    String nonce = Nonce.of(RandomGenerator.getDefault());
    assertThat(new CardExtSignature(CARD_TICKET, CARD_ID, "", "", "1404896688", nonce).warnings())
        .isEmpty();
  }
}
