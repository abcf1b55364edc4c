package io.github.wxcard.cli.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.HelpExamples;
import io.github.wxcard.Run;
import io.github.wxcard.Shop;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Looking codes up, decrypting them and giving them another text. */
final class CodeFamilyTest {
  private static final Pattern ENCRYPTED = Pattern.compile("encrypt_code=([^&]+)");
  private static final Pattern EXAMPLE = Pattern.compile("decrypt '?([^']+)'?");

  @TempDir Path home;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(home);
  }

  private String merchantsCard() {
    return shop.card("/base_info/use_custom_code=true");
  }

  /** The encrypted code of a link, as it stands there. */
  private String encrypted(String code) {
    String link = shop.run("sandbox open " + code + " --as customer").exits(0).out();
    Matcher matcher = ENCRYPTED.matcher(link.strip());
    assertThat(matcher.find()).as(link).isTrue();
    return matcher.group(1);
  }

  @Test
  void a_code_tells_its_card_its_holder_its_state_and_its_period() {
    JsonNode held = shop.claim(shop.card());
    assertThat(shop.run("code get " + held.path("code").asText()).exits(0).out())
        .startsWith(held.path("card_id").asText() + " " + held.path("openid").asText() + " ")
        .containsPattern(" NORMAL true \\S+T00:00:00\\+08:00 \\S+T23:59:59\\+08:00\n$");
  }

  @Test
  void json_has_wechats_names() {
    JsonNode held = shop.claim(shop.card());
    JsonNode json = shop.run("code get --json " + held.path("code").asText()).exits(0).json();
    assertThat(json.fieldNames())
        .toIterable()
        .startsWith("card_id", "openid", "code", "user_card_status", "can_consume", "begin_time")
        .doesNotContain("errcode", "card");
    assertThat(json.path("begin_time").isIntegralNumber()).isTrue();
  }

  @Test
  void where_the_customer_came_from_is_passed_on() {
    String card = shop.card();
    String url = shop.run("qrcode " + card + " --outer-str poster --jq .url").out().strip();
    String code =
        shop.run("sandbox scan " + url + " --as customer --jq .code").exits(0).out().strip();
    assertThat(shop.run("code get --jq .outer_str " + code).exits(0).out()).isEqualTo("poster\n");
  }

  @Test
  void a_redeemed_code_is_refused_unless_any_state_will_do() {
    String code = shop.claim(shop.card()).path("code").asText();
    shop.run("consume " + code).exits(0);
    assertThat(shop.run("code get " + code).exits(5).err()).contains("40099");
    assertThat(shop.run("code get --any-status " + code).exits(0).out())
        .contains(" CONSUMED false ");
  }

  @Test
  void an_encrypted_code_is_decrypted_as_it_is_as_it_travels_and_as_it_arrives() {
    String code = shop.claim(shop.card()).path("code").asText();
    String travelling = encrypted(code);
    assertThat(shop.wx().run("code", "decrypt", travelling).exits(0).out()).isEqualTo(code + "\n");
    String plain =
        travelling.replaceAll("(?i)%2B", "+").replaceAll("(?i)%2F", "/").replaceAll("(?i)%3D", "=");
    Run run = shop.wx().run("code", "decrypt", plain, "--json").exits(0);
    assertThat(run.json().path("code").asText()).isEqualTo(code);
    assertThat(run.err()).isEmpty();
    assertThat(shop.wx().run("code", "decrypt", plain.replace('+', ' ')).exits(0).out())
        .isEqualTo(code + "\n");

    Run cut = shop.wx().run("code", "decrypt", plain.substring(0, 40)).exits(5);
    assertThat(cut.out()).isEmpty();
    assertThat(cut.err()).contains("was damaged", "It begins with '" + code + "'");
  }

  @Test
  void what_a_link_did_to_a_value_is_undone_and_said() {
    Run run = shop.wx().run("code", "decrypt", "a b%2fc%3D", "--dry-run").exits(0);
    assertThat(run.out()).contains("\"a+b/c=\"");
    assertThat(run.err()).contains("warning:", "a+b/c=");
    assertThat(shop.run("code decrypt nonsense").exits(5).err()).contains("40075");
  }

  @Test
  void a_merchants_code_gets_another_text() {
    String card = merchantsCard();
    shop.claim(card, "A-1");
    Run run = shop.run("code update A-1 A-2 --card-id " + card).exits(0);
    assertThat(run.out()).isEqualTo("A-2\n");
    shop.run("code get A-1 --card-id " + card).exits(5);
    shop.run("code get A-2 --card-id " + card).exits(0);
    JsonNode json = shop.run("code update --json A-2 A-3 --card-id " + card).exits(0).json();
    assertThat(json.fieldNames()).toIterable().containsExactly("card_id", "code", "new_code");
  }

  @Test
  void wechats_own_codes_stay() {
    String code = shop.claim(shop.card()).path("code").asText();
    assertThat(shop.run("code update " + code + " X").exits(5).err()).contains("40056");
    shop.run("code get " + code).exits(0);
  }

  @Test
  void a_change_whose_answer_is_lost_is_not_made_twice() {
    String card = merchantsCard();
    shop.claim(card, "A-1");
    shop.run("sandbox fault add --path /card/code/update --drop --times 1").exits(0);
    Run run = shop.run("code update A-1 A-2 --card-id " + card).exits(6);
    assertThat(run.err()).contains("`wxcard code get A-2 --any-status`");
    assertThat(shop.calls("/card/code/update")).isEqualTo(1);
  }

  @Test
  void a_code_that_a_look_does_not_find_is_not_to_be_looked_up_again() {
    shop.run("sandbox fault add --path /card/code/consume --drop --times 1").exits(0);

    Run run = shop.run("consume 4711").exits(6);

    assertThat(run.err())
        .contains("WeChat does not know code 4711", "digit by digit")
        .doesNotContain("code get 4711");
  }

  @ParameterizedTest
  @ValueSource(strings = {"get|", "get|1|--card-id|", "decrypt| ", "update|1|", "update||2"})
  void an_empty_word_is_refused_before_the_call(String line) {
    String[] words = ("code|" + line).split("\\|", -1);
    assertThat(shop.wx().run(words).exits(3).err()).contains(" is empty");
    assertThat(shop.calls()).noneMatch(path -> path.startsWith("/card/code/"));
  }

  @Test
  void the_examples_of_the_help_work() {
    String card = merchantsCard();
    shop.claim(card, HelpExamples.CODE);
    Map<String, String> real = Map.of(HelpExamples.CARD_ID, card);
    HelpExamples.run(shop.wx(), "code update", real).forEach(run -> run.exits(0));

    JsonNode held = shop.claim(shop.card());
    Map<String, String> other =
        Map.of(
            HelpExamples.CARD_ID, held.path("card_id").asText(),
            HelpExamples.CODE, held.path("code").asText());
    HelpExamples.run(shop.wx(), "code get", other).forEach(run -> run.exits(0));

    Matcher example = EXAMPLE.matcher(HelpExamples.of(shop.wx(), "code decrypt").get(0));
    assertThat(example.find()).isTrue();
    String encrypted = encrypted(held.path("code").asText());
    HelpExamples.run(shop.wx(), "code decrypt", Map.of(example.group(1), encrypted))
        .forEach(run -> run.exits(0));
  }
}
