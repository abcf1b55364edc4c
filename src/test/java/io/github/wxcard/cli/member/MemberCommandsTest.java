package io.github.wxcard.cli.member;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HeldTicket;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Members at the command line. */
final class MemberCommandsTest {
  private static final String UPDATE = "/card/membercard/updateuser";

  @TempDir Path home;
  private Wxcard wx;
  private HeldTicket held;

  @BeforeEach
  void holdACard() {
    wx = new Wxcard(home);
    held = HeldTicket.ofSample(wx, "member-card.json", "/supply_balance=true");
  }

  private void activate() {
    held.run("member activate CODE --number 10001 --bonus 100").exits(0);
  }

  private JsonNode info() {
    return held.run("member info CODE --card-id CARD --json").exits(0).json();
  }

  @Test
  void an_activated_holder_has_a_number_points_and_fields() {
    Run run =
        held.run(
                "member activate CODE --card-id CARD --number 10001 --bonus 100 --bonus-record 开卡礼"
                    + " --balance 500 --field1 金卡 --begin 0 --end 2099-01-01T00:00:00+08:00")
            .exits(0);

    assertThat(run.out()).isEqualTo(held.code() + " 10001\n");
    JsonNode info = info();
    assertThat(info.path("membership_number").asText()).isEqualTo("10001");
    assertThat(info.path("bonus").asInt()).isEqualTo(100);
    assertThat(info.path("balance").asInt()).isEqualTo(500);
    assertThat(info.at("/user_info/custom_field_list/0/value").asText()).isEqualTo("金卡");
    JsonNode code = held.run("sandbox export --json").json().at("/tables/code/0");
    assertThat(code.path("end_time").asLong()).isEqualTo(4_070_880_000L);
  }

  @Test
  void as_json_an_activation_says_which_card_became_which_member() {
    JsonNode json = held.run("member activate CODE --number 7 --json").exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("code", "membership_number");
  }

  @Test
  void points_are_added_and_set() {
    activate();

    Run added = held.run("member update CODE --add-bonus -30 --record-bonus 兑换").exits(0);
    assertThat(added.out())
        .isEqualTo("result_bonus 70\nresult_balance 0\nopenid " + held.openid() + "\n");
    held.run("member update CODE --bonus 500 --balance 900 --field1 银卡").exits(0);

    assertThat(info().path("bonus").asInt()).isEqualTo(500);
    assertThat(info().path("balance").asInt()).isEqualTo(900);
    assertThat(held.run("member info CODE --card-id CARD").exits(0).out())
        .contains("membership_number 10001\n", "bonus 500\n", "user_card_status NORMAL\n")
        .contains("FIELD_NAME_TYPE_LEVEL 银卡\n")
        .doesNotContain("errcode", "sex");
  }

  @Test
  void only_what_was_given_is_sent() {
    String line = "member update CODE --bonus 1 --no-notify-bonus --notify-field2 --dry-run --json";
    JsonNode body = held.run(line).exits(0).json().at("/requests/0/body");

    assertThat(body.fieldNames()).toIterable().containsExactly("code", "bonus", "notify_optional");
    JsonNode notices = body.path("notify_optional");
    assertThat(notices.size()).isEqualTo(2);
    assertThat(notices.path("is_notify_bonus").asBoolean(true)).isFalse();
    assertThat(notices.path("is_notify_custom_field2").asBoolean(false)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "--add-bonus 5 --balance 3,105,1,false",
    "--bonus 5,5,2,true",
  })
  void a_lost_answer_repeats_what_may_be_repeated(
      String change, int bonus, long requests, boolean done) {
    activate();
    held.run("sandbox fault add --path " + UPDATE + " --truncate --times 1").exits(0);

    Run run = held.run("member update CODE --card-id CARD " + change + " --json");

    run.exits(done ? 0 : 6);
    assertThat(held.requests(UPDATE)).isEqualTo(requests);
    assertThat(info().path("bonus").asInt()).isEqualTo(bonus);
    if (!done) {
      assertThat(run.error().path("fix").asText())
          .contains("wxcard member info " + held.code() + " --card-id " + held.cardId());
      assertThat(run.error().path("retryable").asBoolean(true)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update CODE",
        "update CODE --notify-bonus",
        "update CODE --bonus 1 --add-bonus 1",
        "update CODE --balance 1 --add-balance 1",
        "update CODE --bonus many",
        "activate CODE",
        "activate CODE --number 1 --begin tomorrow",
        "activate CODE --number 1 --begin 1809171000000",
        "activate CODE --number 1 --end 2027-05-01T19:30",
        "info CODE",
        "form CARD",
      })
  void what_cannot_be_meant_is_a_matter_of_usage(String line) {
    held.run("member " + line).exits(2);
    assertThat(held.requests(UPDATE)).isZero();
  }

  @Test
  void bad_input_is_found_before_any_call() {
    assertThat(held.run("member activate CODE --number", "").exits(3).err())
        .contains("--number is empty");
    assertThat(held.run("member update CODE --field1 金金金金金").exits(3).err())
        .contains("--field1 has 15 bytes", "takes 12");
    assertThat(held.run("member update CODE --bonus -1").exits(3).err()).contains("--bonus is -1");
    assertThat(held.run("member update 123456789012345678901 --bonus 1").exits(3).err())
        .contains("CODE has 21 bytes");
    wx.typing("");
    assertThat(held.run("member form CARD -").exits(3).err()).contains("standard input");
    assertThat(held.requests(UPDATE)).isZero();
  }

  @Test
  void whoever_is_no_member_yet_is_refused() {
    Run run = held.run("member update CODE --bonus 1 --json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40174);
    held.run("member activate 000000000000 --number 1").exits(5);
  }

  @Test
  void an_activation_that_may_have_been_done_is_not_repeated() {
    String path = "/card/membercard/activate";
    held.run("sandbox fault add --path " + path + " --truncate").exits(0);

    assertThat(held.run("member activate CODE --number 1").exits(6).err())
        .contains("wxcard member info " + held.code());

    assertThat(held.requests(path)).isEqualTo(1);
    assertThat(info().path("has_active").asBoolean()).isTrue();
  }

  @Test
  void the_examples_can_be_run() {
    held.examples("member activate");
    held.examples("member update");
    held.examples("member info");
    held.examples("member form");
    held.examples("member url");
  }
}
