package io.github.wxcard.cli.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Wxcard;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sub-merchants at the command line. */
final class MerchantCommandsTest {
  private static final String FILE = "samples/api/sub-merchant.json --protocol samples/logo.png";

  @TempDir Path home;
  private Wxcard wx;

  @BeforeEach
  void newHome() {
    wx = new Wxcard(home);
  }

  private Run run(String line) {
    return wx.run(("submerchant " + line + " --sandbox").split(" +"));
  }

  private JsonNode listed(String options) {
    return run("list --json " + options).exits(0).json().path("info_list");
  }

  @Test
  void a_merchant_is_handed_in_looked_at_and_changed() {
    assertThat(run("submit " + FILE).exits(0).out()).isEqualTo("12000001 CHECKING\n");
    assertThat(run("get 12000001").exits(0).out())
        .contains("merchant_id 12000001\n", "brand_name 山海小馆分店\n", "secondary_category_id 101\n");

    JsonNode changed =
        run("update 12000001 " + FILE + " --json --set /info/brand_name=新店").exits(0).json();

    assertThat(changed.fieldNames()).toIterable().containsExactly("info");
    JsonNode info = run("get 12000001 --json").exits(0).json().path("info");
    assertThat(info.path("brand_name").asText()).isEqualTo("新店");
  }

  @Test
  void without_an_uploaded_protocol_the_reason_says_what_is_wanted() {
    Run run = run("submit samples/api/sub-merchant.json --json").exits(5);

    assertThat(run.error().path("errcode").asInt()).isEqualTo(40007);
    assertThat(run.error().path("reason").asText()).contains("protocol", "/cgi-bin/media/upload");
  }

  @Test
  void a_dry_run_shows_the_upload_and_the_merchant() {
    JsonNode requests =
        run("submit " + FILE + " --dry-run --json").exits(0).json().path("requests");

    assertThat(requests.path(0).path("url").asText())
        .contains("/cgi-bin/media/upload?", "type=image");
    assertThat(requests.path(1).at("/body/info/protocol").asText()).isEqualTo("MEDIA_ID");
  }

  @Test
  void the_facts_may_stand_alone() {
    String id =
        wx.run(
                ("api POST /cgi-bin/media/upload --query type=image --file media=samples/logo.png"
                        + " --sandbox --jq .media_id")
                    .split(" +"))
            .exits(0)
            .out()
            .strip();
    wx.typing(
        "{\"brand_name\":\"a\",\"logo_url\":\"http://mmbiz.qpic.cn/a\",\"protocol\":\""
            + id
            + "\","
            + "\"end_time\":4102415999,\"primary_category_id\":1,\"secondary_category_id\":101}");
    run("submit -").exits(0);
    assertThat(listed("")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"submit, /brand_nam", "submit, /info/brand_nam", "update 5, /info/end_tim"})
  void a_field_that_the_call_does_not_know_is_sent_and_told(String verb, String pointer) {
    Run run = run(verb + " " + FILE + " --dry-run --json --set " + pointer + "=x").exits(0);

    assertThat(run.err()).contains("warning: " + pointer + ": ");
    assertThat(run.json().at("/requests/1/body" + pointer).asText()).isEqualTo("x");
    assertThat(run(verb + " " + FILE + " --dry-run").exits(0).err()).isEmpty();
  }

  @Test
  void all_pages_are_asked_for() {
    for (int i = 0; i < 3; i++) {
      run("submit " + FILE).exits(0);
    }

    assertThat(listed("--limit 2")).hasSize(2);
    assertThat(listed("--limit 2 --begin 12000002")).hasSize(1);
    assertThat(listed("--limit 2 --all")).hasSize(3);
    assertThat(listed("--status approved")).isEmpty();
    assertThat(listed("--status checking")).hasSize(3);
    assertThat(run("list --limit 1").exits(0).out())
        .isEqualTo(
            """
            12000001\tCHECKING\t山海小馆分店\t4102415999\twx5a4db0c0000c0de1
            """);
  }

  @Test
  void categories_are_listed_with_the_ids_to_hand_in() {
    assertThat(run("categories").exits(0).out()).contains("1\t餐饮\t101\t中餐\n");
    assertThat(run("categories --json").exits(0).json().fieldNames())
        .toIterable()
        .containsExactly("category");
  }

  @Test
  void a_merchant_that_may_be_handed_in_is_not_handed_in_again() {
    wx.run("sandbox", "fault", "add", "--path", "/card/submerchant/submit", "--truncate").exits(0);

    assertThat(run("submit " + FILE).exits(6).err()).contains("wxcard submerchant list");

    assertThat(listed("")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "list --limit 0,3",
    "list --limit 101,3",
    "list --begin -1,3",
    "list --status open,2",
    "get x,2",
    "update 12000001,2",
    "submit nowhere.json,3",
    "submit samples/api/sub-merchant.json --protocol samples/logo.png --set /info=5,3",
    "get 5,5",
    "update 5 samples/api/sub-merchant.json --protocol samples/logo.png,5",
    "submit samples/api/sub-merchant.json,5",
    "submit samples/api/sub-merchant.json --protocol nowhere.png,3",
    "submit samples/api/sub-merchant.json --protocol samples/logo.png --set"
        + " /info/secondary_category_id=9,5",
  })
  void what_is_wrong_is_told_apart(String line, int exitCode) {
    run(line).exits(exitCode);
    assertThat(listed("")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"submit", "update", "get", "list", "categories"})
  void the_examples_can_be_run(String verb) {
    run("submit " + FILE).exits(0);
    HelpExamples.run(wx, "submerchant " + verb, Map.of()).forEach(example -> example.exits(0));
  }
}
