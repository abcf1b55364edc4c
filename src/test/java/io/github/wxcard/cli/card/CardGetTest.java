package io.github.wxcard.cli.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at one card, and at the colours. */
final class CardGetTest {
  @TempDir Path home;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(home);
  }

  @Test
  void a_summary_names_what_people_look_for() {
    String id = shop.card("/base_info/title=午餐");
    assertThat(shop.run("card get " + id).exits(0).out())
        .startsWith("card_id\t" + id + "\ncard_type\tGROUPON\ntitle\t午餐\n")
        .contains(
            "status\tCARD_STATUS_NOT_VERIFY (in review)\n",
            "stock\t1000/1000\n",
            "validity\t30 days from the day of receipt\n",
            "color\t#63b359\n")
        .containsPattern("create_time\t\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\+08:00\n");
  }

  @Test
  void the_summary_follows_the_card() {
    String id = shop.card();
    shop.run("sandbox approve " + id).exits(0);
    shop.claim(id);
    assertThat(shop.run("card get " + id).exits(0).out())
        .contains("CARD_STATUS_VERIFY_OK (approved)\n", "stock\t999/1000\n");
  }

  @Test
  void a_period_is_told_in_the_time_of_beijing() {
    String dates =
        "{\"type\":\"DATE_TYPE_FIX_TIME_RANGE\",\"begin_timestamp\":4070880000,"
            + "\"end_timestamp\":4102415999}";
    String id = shop.card("/base_info/date_info=" + dates);
    assertThat(shop.run("card get " + id).exits(0).out())
        .contains("validity\t2099-01-01T00:00:00+08:00 to 2099-12-31T23:59:59+08:00\n");
  }

  @Test
  void json_is_wechats_whole_object() {
    String id = shop.card();
    JsonNode card = shop.run("card get --json " + id).exits(0).json();
    assertThat(card.fieldNames()).toIterable().containsExactly("card_type", "groupon");
    assertThat(card.at("/groupon/base_info/id").asText()).isEqualTo(id);
  }

  @Test
  void a_card_that_is_not_there_is_refused() {
    Run run = shop.run("card get pNothing --json").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(40073);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void an_empty_id_is_refused_before_the_call() {
    assertThat(shop.wx().run("card", "get", "").exits(3).err()).contains("CARD_ID is empty");
    assertThat(shop.calls("/card/get")).isZero();
  }

  @Test
  void the_colours_are_names_with_values() {
    assertThat(shop.run("card colors").exits(0).out())
        .startsWith("Color010\t#63b359\n")
        .hasLineCount(14);
    JsonNode colors = shop.run("card colors --json").exits(0).json().path("colors");
    assertThat(colors.path(13).path("value").asText()).isEqualTo("#5E6671");
  }

  @Test
  void a_noun_alone_says_what_it_can_do() {
    assertThat(shop.run("card").exits(2).err()).contains("get, list, update");
    assertThat(shop.run("card --help").exits(0).out()).contains("selfconsume", "colors");
  }

  @Test
  void the_examples_of_the_help_work() {
    Map<String, String> real = Map.of(HelpExamples.CARD_ID, shop.card());
    HelpExamples.run(shop.wx(), "card get", real).forEach(run -> run.exits(0));
    HelpExamples.run(shop.wx(), "card colors", real).forEach(run -> run.exits(0));
  }
}
