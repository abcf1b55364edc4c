package io.github.wxcard.cli.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.ServedAccount;
import io.github.wxcard.Shop;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Listing cards, a page and all of them. */
final class CardListCommandTest {
  private static final TerminalInfo TERMINAL =
      new TerminalInfo(false, true, true, () -> 120, ColorChoice.NEVER);

  @TempDir Path home;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(home);
  }

  private void createCards(int count) throws Exception {
    try (var account = new ServedAccount(home.resolve(".local/state/wxcard/sandbox.db"))) {
      for (int i = 0; i < count; i++) {
        assertThat(shop.create(account).path("errcode").asInt(-1)).isZero();
      }
    }
  }

  @Test
  void a_pipe_gets_one_id_a_line_the_newest_first_and_no_card_is_read() {
    String first = shop.card();
    String second = shop.card();
    assertThat(shop.run("card list").exits(0).out()).isEqualTo(second + "\n" + first + "\n");
    assertThat(shop.calls("/card/get")).isZero();
  }

  @Test
  void a_terminal_gets_a_table() {
    String id = shop.card("/base_info/title=午餐");
    Run run = shop.wx().on(TERMINAL).run("card", "list").exits(0);
    assertThat(run.out())
        .isEqualTo(
            """
            card_id                       card_type  title  status                  stock
            %s  GROUPON    午餐   CARD_STATUS_NOT_VERIFY  1000/1000
            """
                .formatted(id));
    assertThat(run.err()).isEmpty();
  }

  @Test
  void a_terminal_is_told_what_is_not_shown() throws Exception {
    shop.wx().on(TERMINAL);
    assertThat(shop.run("card list").exits(0).err()).contains("no cards", "wxcard create");
    createCards(3);
    assertThat(shop.run("card list --limit 2").exits(0).err()).contains("2 of 3", "--offset 2");
    assertThat(shop.run("card list --offset 3").exits(0).err()).contains("the account has 3");
  }

  @Test
  void details_in_a_pipe_are_separated_by_tabs() {
    String id = shop.card("/base_info/title=午餐");
    assertThat(shop.run("card list --details").exits(0).out())
        .isEqualTo(id + "\tGROUPON\t午餐\tCARD_STATUS_NOT_VERIFY\t1000/1000\n");
  }

  @Test
  void json_is_one_document() {
    String id = shop.card();
    JsonNode ids = shop.run("card list --json").exits(0).json();
    assertThat(ids.fieldNames()).toIterable().containsExactly("card_id_list", "total_num");
    assertThat(ids.path("card_id_list").path(0).asText()).isEqualTo(id);
    JsonNode cards = shop.run("card list --json --details").exits(0).json();
    assertThat(cards.fieldNames()).toIterable().containsExactly("cards");
    assertThat(cards.at("/cards/0/groupon/base_info/id").asText()).isEqualTo(id);
  }

  @Test
  void the_columns_of_the_table_are_keys_of_each_card() {
    shop.card("/base_info/title=午餐");
    shop.card("/base_info/sku/quantity=7");
    String table = shop.run("card list --details").exits(0).out();
    String columns = "[.card_id,.card_type,.title,.status,.stock]|join(\"\\t\")";
    for (String line :
        List.of(
            "card list --details --jq .cards[]|" + columns,
            "card list --details --lines --jq " + columns)) {
      assertThat(shop.run(line).exits(0).out()).isEqualTo(table);
    }
  }

  @Test
  void every_card_is_listed_however_many_pages_that_takes() throws Exception {
    createCards(101);
    assertThat(shop.run("card list").exits(0).out()).hasLineCount(20);
    assertThat(shop.run("card list --all").exits(0).out().lines().distinct()).hasSize(101);
    assertThat(shop.calls("/card/batchget")).isEqualTo(1 + 3);
    assertThat(shop.run("card list --limit 60 --offset 50").exits(0).out()).hasLineCount(51);
    JsonNode all = shop.run("card list --all --json").exits(0).json();
    assertThat(all.path("total_num").asInt()).isEqualTo(101);
    assertThat(shop.run("card list --all --json --lines").exits(0).out())
        .hasLineCount(101)
        .startsWith("{\"card_id\":\"p");
  }

  @Test
  void lines_are_printed_before_the_next_page_is_asked_for() throws Exception {
    createCards(51);
    shop.run("card list").exits(0);
    shop.run("sandbox fault add --path /card/batchget --daily 1").exits(0);
    Run run = shop.run("card list --all --json --lines").exits(5);
    assertThat(run.error().path("errcode").asInt()).isEqualTo(45009);
    assertThat(run.out()).hasLineCount(50);
  }

  @Test
  void lines_with_details_are_whole_cards_and_pass_through_jq() {
    String id = shop.card();
    shop.card("/base_info/title=晚餐");
    assertThat(shop.run("card list --details --lines --json").exits(0).out())
        .hasLineCount(2)
        .startsWith("{\"card_type\":\"GROUPON\",");
    assertThat(shop.run("card list --details --lines --jq .groupon.base_info.title").out())
        .startsWith("晚餐\n");
    assertThat(shop.run("card list --lines --jq .card_id").out()).endsWith(id + "\n");
  }

  @Test
  void a_status_chooses_and_may_be_written_short_or_as_of_old() {
    String living = shop.card();
    String gone = shop.card();
    shop.run("card delete --yes " + gone).exits(0);
    assertThat(shop.run("card list").out()).isEqualTo(living + "\n");
    assertThat(shop.run("card list --status delete").out()).isEqualTo(gone + "\n");
    assertThat(shop.run("card list --status CARD_STATUS_USER_DELETE").out()).contains(gone);
    assertThat(shop.run("card list --status DELETE --status NOT_VERIFY --all").out())
        .hasLineCount(2);
    assertThat(shop.run("card list --status VERIFY_OK").exits(0).out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "--status OK,VERIFY_OK",
    "--limit 0,--limit is 0",
    "--offset -1,--offset is -1",
    "--all --limit 5,exclude each other",
    "--lines,--json",
  })
  void a_list_that_cannot_be_is_a_matter_of_usage(String options, String said) {
    assertThat(shop.run("card list " + options).exits(2).err()).contains(said);
    assertThat(shop.calls("/card/batchget")).isZero();
  }

  @Test
  void the_examples_of_the_help_work() {
    shop.card();
    HelpExamples.run(shop.wx(), "card list", Map.of()).forEach(run -> run.exits(0));
  }
}
