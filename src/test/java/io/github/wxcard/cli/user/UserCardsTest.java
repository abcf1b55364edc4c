package io.github.wxcard.cli.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Shop;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody has in the wallet. */
final class UserCardsTest {
  @TempDir Path home;
  private Shop shop;
  private JsonNode lunch;
  private JsonNode dinner;
  private String openid;

  @BeforeEach
  void claimTwoCards() {
    shop = new Shop(home);
    lunch = shop.claim(shop.card());
    dinner = shop.claim(shop.card());
    openid = lunch.path("openid").asText();
  }

  private static String line(JsonNode held) {
    return held.path("code").asText() + "\t" + held.path("card_id").asText();
  }

  @Test
  void a_name_of_the_sandbox_is_no_openid_and_the_hint_says_where_those_are() {
    assertThat(shop.run("user cards anna").exits(5).err())
        .contains("errcode 40003", "Next: `wxcard sandbox users` lists");
  }

  @Test
  void every_code_is_a_line() {
    assertThat(shop.run("user cards " + openid).exits(0).out().lines())
        .containsExactlyInAnyOrder(line(lunch), line(dinner));
  }

  @Test
  void one_card_can_be_chosen() {
    String cardId = dinner.path("card_id").asText();
    assertThat(shop.run("user cards " + openid + " --card-id " + cardId).exits(0).out())
        .isEqualTo(line(dinner) + "\n");
  }

  @Test
  void json_has_wechats_names() {
    JsonNode list = shop.run("user cards --json " + openid).exits(0).json().path("card_list");
    assertThat(list).hasSize(2);
    assertThat(list.path(0).fieldNames()).toIterable().containsExactly("code", "card_id");
  }

  @Test
  void somebody_unknown_is_refused() {
    assertThat(shop.run("user cards oNobody").exits(5).err()).contains("40003");
  }

  @Test
  void an_empty_word_is_refused_before_the_call() {
    assertThat(shop.wx().run("user", "cards", "").exits(3).err()).contains("OPENID is empty");
    shop.wx().run("user", "cards", openid, "--card-id", "").exits(3);
    assertThat(shop.calls("/card/user/getcardlist")).isZero();
  }

  @Test
  void the_examples_of_the_help_work() {
    Map<String, String> real =
        Map.of(HelpExamples.OPENID, openid, HelpExamples.CARD_ID, lunch.path("card_id").asText());
    HelpExamples.run(shop.wx(), "user cards", real).forEach(run -> run.exits(0));
  }
}
