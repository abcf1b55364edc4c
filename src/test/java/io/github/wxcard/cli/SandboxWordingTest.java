package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether somebody who mistyped a sandbox verb knows what to do next. */
final class SandboxWordingTest {
  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  @Test
  void two_effects_exclude_each_other() {
    assertThat(wx.run("sandbox", "fault", "add", "--drop", "--truncate").exits(2).err())
        .contains("--drop, --truncate exclude each other")
        .contains("Use only one of them.");
  }

  @Test
  void a_number_that_is_none_is_called_so_without_the_names_of_types() {
    assertThat(wx.run("sandbox", "fault", "add", "--errcode", "abc").exits(2).err())
        .contains("'abc' is not a whole number");
    assertThat(wx.run("sandbox", "events", "--resend", "x").exits(2).err())
        .contains("'x' is not a whole number");
  }

  @Test
  void a_verb_with_a_typo_gets_a_suggestion() {
    assertThat(wx.run("sandbox", "clok").exits(2).err()).contains("Did you mean clock?");
    assertThat(wx.run("sandbox", "xyzzy").exits(2).err()).contains("Use one of: serve");
  }

  @Test
  void what_the_controls_refuse_is_not_blamed_on_wechat() {
    assertThat(wx.run("sandbox", "fault", "add", "--http", "9000").exits(5).err())
        .contains("http is outside of 200 to 599")
        .contains("wxcard sandbox journal")
        .doesNotContain("WeChat does not say");
  }

  @Test
  void a_plain_callback_shows_no_empty_key() {
    String[] set = {"sandbox", "callback", "set", "http://127.0.0.1:9/wx", "--secrets-stdin"};
    assertThat(wx.typing("mytoken123\n").run(set).exits(0).out())
        .isEqualTo("url http://127.0.0.1:9/wx\nmode plain\ntoken ***\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "reject", "reset", "events", "gift", "open", "export"})
  void a_verbs_help_has_an_example(String verb) {
    assertThat(wx.run("sandbox", verb, "--help").exits(0).out())
        .containsPattern("Examples?:\n  wxcard sandbox " + verb);
  }

  @Test
  void times_in_reasons_can_be_read() {
    Shop shop = new Shop(wx.home());
    String code = shop.claim(shop.card()).path("code").asText();
    wx.run("consume", code, "--sandbox").exits(0);
    assertThat(wx.run("code", "get", code, "--sandbox").exits(5).err())
        .containsPattern("the code was redeemed at 20\\d\\d-\\d\\d-\\d\\dT[\\d:]{8}Z");
  }

  @Test
  void a_path_that_the_api_has_not_is_called_so_and_the_nearest_is_named() {
    assertThat(wx.run("api", "POST", "/nope", "--sandbox").exits(5).err())
        .contains("Meaning: The API has no such path.", "`wxcard api --list`")
        .doesNotContain("meant?");
    assertThat(wx.run("api", "POST", "/card/btachget", "--sandbox").exits(5).err())
        .contains("Did you mean /card/batchget?");
  }

  @Test
  void of_paths_beside_the_card_calls_nothing_is_said_that_may_be_untrue() {
    assertThat(wx.run("api", "POST", "/cgi-bin/menu/create", "--sandbox").exits(5).err())
        .contains("WeChat may have it")
        .doesNotContain("The API has no such path");
    Run invoice =
        wx.run("api", "POST", "/card/invoice/seturl", "--field", "a=1", "--sandbox").exits(4);
    assertThat(invoice.err())
        .contains("errcode 48001", "WeChat has it, but invoices are not played here");
    assertThat(wx.run("api", "--list").exits(0).out())
        .contains("/card/invoice/setbizattr", "/card/mkt/activity/create", "/giftcard/pay/wxa/set");
  }

  @Test
  void a_page_with_a_foreign_card_is_told_how_to_name_an_own_one() {
    assertThat(wx.run("page", "create", "samples/api/page.json", "--sandbox").exits(5).err())
        .contains("errcode 40073", "--set /card_list/0/card_id=");
  }

  @Test
  void a_value_that_begins_with_a_dash_is_told_how_to_be_written() {
    assertThat(wx.run("member", "form-data", "-abc", "--sandbox").exits(2).err())
        .contains("ACTIVATE_TICKET is missing", "write -- -abc, after all options");
  }
}
