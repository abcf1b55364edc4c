package io.github.wxcard.cli.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import io.github.wxcard.output.ColorChoice;
import io.github.wxcard.output.TerminalInfo;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stock, cells and the end of a card. */
final class CardChangesTest {
  private static final TerminalInfo TERMINAL =
      new TerminalInfo(true, true, true, () -> 80, ColorChoice.NEVER);

  @TempDir Path home;
  private Shop shop;
  private String id;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    id = shop.card();
  }

  private String status() {
    return shop.base(id).path("status").asText();
  }

  @Test
  void stock_grows_and_shrinks() {
    assertThat(shop.run("card stock " + id + " --add 50").exits(0).out()).isEqualTo(id + " +50\n");
    JsonNode json = shop.run("card stock --json --reduce 1040 " + id).exits(0).json();
    assertThat(json.path("reduce_stock_value").asInt()).isEqualTo(1040);
    assertThat(shop.base(id).at("/sku/quantity").asInt()).isEqualTo(10);
    assertThat(shop.base(id).at("/sku/total_quantity").asInt()).isEqualTo(1050);
  }

  @Test
  void more_than_there_is_cannot_be_taken() {
    assertThat(shop.run("card stock " + id + " --reduce 1001").exits(5).err()).contains("40122");
    assertThat(shop.base(id).at("/sku/quantity").asInt()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " --add 1 --reduce 1", " --add 0", " --reduce -3", " --add x"})
  void a_change_that_is_none_is_a_matter_of_usage(String options) {
    shop.run("card stock " + id + options).exits(2);
    assertThat(shop.calls("/card/modifystock")).isZero();
  }

  @Test
  void stock_is_not_changed_twice_when_the_answer_is_lost() {
    shop.run("sandbox fault add --path /card/modifystock --drop --times 1").exits(0);
    Run run = shop.run("card stock --json --add 50 " + id).exits(6);
    assertThat(run.error().path("fix").asText()).contains("`wxcard card get " + id + "`");
    assertThat(run.error().path("retryable").asBoolean(true)).isFalse();
    assertThat(shop.calls("/card/modifystock")).isEqualTo(1);
  }

  @Test
  void a_script_must_say_yes_to_delete() {
    assertThat(shop.run("card delete " + id).exits(2).err()).contains("--yes");
    assertThat(status()).isEqualTo("CARD_STATUS_NOT_VERIFY");
    assertThat(shop.run("card delete --dry-run " + id).exits(0).out()).contains("/card/delete");
    assertThat(status()).isEqualTo("CARD_STATUS_NOT_VERIFY");
  }

  @Test
  void a_deleted_card_leaves_the_codes_that_are_held() {
    String code = shop.claim(id).path("code").asText();
    Run run = shop.run("card delete --yes " + id).exits(0);
    assertThat(run.out()).isEqualTo(id + "\n");
    assertThat(run.err()).contains("stay valid");
    assertThat(status()).isEqualTo("CARD_STATUS_DELETE");
    shop.run("consume " + code).exits(0);
  }

  @Test
  void a_terminal_is_asked() {
    Run kept = shop.wx().on(TERMINAL).typing("n\n").run("card", "delete", id).exits(0);
    assertThat(kept.err()).contains("Really delete card " + id + "? [y/N] ", "nothing was done");
    shop.wx().typing("").run("card", "delete", id).exits(130);
    assertThat(status()).isEqualTo("CARD_STATUS_NOT_VERIFY");
    shop.wx().typing("Y\n").run("card", "delete", id).exits(0);
    assertThat(status()).isEqualTo("CARD_STATUS_DELETE");
  }

  @Test
  void one_cell_is_open_at_a_time() {
    assertThat(shop.run("card paycell " + id + " --on").exits(0).out()).isEqualTo(id + " on\n");
    Run conflict = shop.run("card selfconsume --json --on " + id).exits(5);
    assertThat(conflict.error().path("errcode").asInt()).isEqualTo(45046);
    assertThat(shop.run("card paycell " + id + " --off").exits(0).out()).isEqualTo(id + " off\n");
    JsonNode json = shop.run("card selfconsume --json --on --verify-code " + id).exits(0).json();
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("card_id", "is_open", "need_verify_cod");
  }

  @Test
  void a_cell_needs_shops() {
    String without = shop.card("/base_info/use_all_locations=false");
    assertThat(shop.run("card paycell --on " + without).exits(5).err()).contains("43017");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paycell ID",
        "paycell ID --on --off",
        "selfconsume ID --remark-amount",
        "selfconsume ID --off --verify-code"
      })
  void a_cell_is_on_or_off(String line) {
    shop.run("card " + line.replace("ID", id)).exits(2);
    assertThat(shop.calls()).doesNotContain("/card/paycell/set", "/card/selfconsumecell/set");
  }

  @Test
  void the_body_has_the_key_without_its_e_and_only_what_was_asked_for() {
    JsonNode body =
        shop.run("card selfconsume --dry-run --json --on --remark-amount " + id)
            .exits(0)
            .json()
            .at("/requests/0/body");
    assertThat(body.fieldNames())
        .toIterable()
        .containsExactly("card_id", "is_open", "need_remark_amount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"stock", "paycell", "selfconsume", "delete"})
  void the_examples_of_the_help_work(String verb) {
    HelpExamples.run(shop.wx(), "card " + verb, Map.of(HelpExamples.CARD_ID, id))
        .forEach(run -> run.exits(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"stock --add 1", "paycell --on", "selfconsume --on", "delete --yes"})
  void an_empty_id_is_refused_before_the_call(String line) {
    String[] words = ("card " + line + " ").split(" ", -1);
    assertThat(shop.wx().run(words).exits(3).err()).contains("CARD_ID is empty");
  }
}
