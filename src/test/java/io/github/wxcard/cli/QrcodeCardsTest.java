package io.github.wxcard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One QR code for several cards that have a code each. */
class QrcodeCardsTest {
  @TempDir Path home;
  private Shop shop;
  private Path file;

  @BeforeEach
  void open() {
    shop = new Shop(home);
    file = home.resolve("cards.txt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "card_id,code,outer_str\n<1>,A1,shop-1\n<2>,A2,shop-2\n",
        "\uFEFFcode;outer_str;card_id\r\nA1;shop-1;<1>\r\n\r\n# spare\r\nA2;shop-2;<2>",
        "sep=;\nCARD_ID;Code;outer_str\n<1>;\"A1\";shop-1\n<2>;A2;shop-2\n;;\n",
        "card_id\tcode\touter_str\n<1>\tA1\tshop-1\n<2>\tA2\tshop-2\n",
        "[{'card_id':'<1>','code':'A1','outer_str':'shop-1'},{'card_id':'<2>','code':'A2','outer_str':'shop-2'},]",
        "{'card_list':[{'card_id':'<1>','code':'A1','outer_str':'shop-1'},{'card_id':'<2>','code':'A2','outer_str':'shop-2'}]}",
        "{'action_info':{'multiple_card':{'card_list':[{'card_id':'<1>','code':'A1','outer_str':'shop-1'},{'card_id':'<2>','code':'A2','outer_str':'shop-2'}]}}}"
      })
  void each_card_is_claimed_with_its_own_code(String content) throws IOException {
    String first = shop.card("/base_info/use_custom_code=true");
    String second = shop.card("/base_info/use_custom_code=true");
    write(content.replace("<1>", first).replace("<2>", second).replace('\'', '"'));

    String url = run("--jq", ".url").exits(0).out().strip();

    assertThat(scan(url, second).path("code").asText()).isEqualTo("A2");
    assertThat(scan(url, first).path("code").asText()).isEqualTo("A1");
    assertThat(shop.run("code get A1 --card-id " + first + " --jq .outer_str").exits(0).out())
        .isEqualTo("shop-1\n");
    Run again = shop.run("sandbox scan " + url + " --as customer --card-id " + first).exits(5);
    assertThat(again.err()).contains("none is left");
  }

  @Test
  void what_is_still_claimable_is_named() throws IOException {
    String first = shop.card("/base_info/use_custom_code=true");
    String second = shop.card("/base_info/use_custom_code=true");
    write("card_id,code\n" + first + ",A1\n" + second + ",A2\n");
    String url = run("--jq", ".url").exits(0).out().strip();
    scan(url, first);

    Run again = shop.run("sandbox scan " + url + " --as customer --card-id " + first).exits(5);

    assertThat(again.err()).contains("still to claim: " + second);
  }

  @Test
  void standard_input_and_a_channel_for_all_will_do() {
    String card = shop.card();
    shop.wx().typing("card_id,outer_str\n" + card + ",\n" + card + ",own\n");

    Run sent = shop.wx().run("qrcode", "--cards", "-", "--outer-str", "all", "--dry-run").exits(0);

    assertThat(sent.out())
        .contains("QR_MULTIPLE_CARD", "\"outer_str\": \"all\"", "\"outer_str\": \"own\"")
        .doesNotContain("\"code\"");
  }

  @Test
  void unknown_keys_of_a_list_are_passed_on_and_told() throws IOException {
    write("[{\"card_id\": \"p1\", \"code\": \"A1\", \"outer_id\": 7, \"outer_st\": \"x\"}]");

    Run run = run("--dry-run").exits(0);

    assertThat(run.out()).contains("\"outer_id\": 7", "\"outer_st\": \"x\"");
    assertThat(run.err()).contains("warning:", "card_list/0/outer_st: ", "outer_str");
    assertThat(run.err()).doesNotContain("outer_id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | is empty
          card_id,code                         | names no card
          p1,A1\\np2,A2                        | no column card_id
          card_id,code\\n,A1                   | line 2 has no card_id
          card_id,code\\np1,"A1                | CSV
          card_id,code\\np1,7.59E+11           | line 2: a spreadsheet has made a number of it
          card_id,code\\np1,A 1                | line 2: its code holds a blank
          [{"code":"A1"}]                      | card 1 has no card_id
          {"card":1}                           | holds no card_list
          [                                    | broken JSON
          """)
  void what_is_no_list_is_refused_before_any_call(String content, String why) throws IOException {
    write(content.replace("\\n", "\n"));
    long calls = shop.calls("/card/qrcode/create");

    assertThat(run().exits(3).err()).contains("cards.txt", why);
    assertThat(shop.calls("/card/qrcode/create")).isEqualTo(calls);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qrcode p1 --cards x",
        "qrcode --cards x --from-url http://a.cn",
        "qrcode --cards x --code 1",
        "qrcode --cards x --unique",
        "qrcode --cards x --openid o1",
        "qrcode p1 p2 --code 1"
      })
  void each_list_stands_alone(String line) {
    assertThat(shop.run(line).exits(2).err()).contains("--");
  }

  @Test
  void a_line_may_end_early_and_one_that_goes_on_is_told_where_it_says_something()
      throws IOException {
    write("card_id,code,outer_str\np1\np2,A2\np3,,door,\n");

    assertThat(run("--dry-run").exits(0).out()).contains("p1", "A2", "door");

    write("card_id,outer_str\np1,door,north\n");
    assertThat(run("--dry-run").exits(3).err()).contains("line 2 has more values than the header");
  }

  @Test
  void a_column_that_means_nothing_is_told() throws IOException {
    write("card_id,openid\np1,o1\n");

    assertThat(run("--dry-run").exits(0).err()).contains("the column openid is left out");
  }

  @Test
  void a_code_for_a_card_that_hands_out_imported_ones_is_warned_of() throws IOException {
    String deposit =
        shop.card(
            "/base_info/use_custom_code=true",
            "/base_info/get_custom_code_mode=GET_CUSTOM_CODE_MODE_DEPOSIT",
            "/base_info/sku/quantity=0");
    String merchants = shop.card("/base_info/use_custom_code=true");

    Run single = shop.run("qrcode " + deposit + " --code A1 --json").exits(0);
    assertThat(single.err()).contains("warning:", deposit, "参数错误");
    Run claim =
        shop.run("sandbox scan " + single.json().path("url").asText() + " --as customer").exits(5);
    assertThat(claim.err()).contains("40080", "参数错误(addcard)");

    write("card_id,code\n" + merchants + ",A1\n" + deposit + ",A2\n");
    assertThat(run().exits(0).err()).contains(deposit).doesNotContain(merchants);
    assertThat(shop.run("qrcode " + merchants + " --code A9").exits(0).err()).isEmpty();
  }

  private JsonNode scan(String url, String card) {
    return shop.run("sandbox scan " + url + " --as customer --card-id " + card + " --json")
        .exits(0)
        .json();
  }

  private Run run(String... more) {
    String[] words = {"qrcode", "--cards", file.toString()};
    return shop.wx().run(Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new));
  }

  private void write(String content) throws IOException {
    Files.writeString(file, content);
  }
}
