package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a QR code may promise. */
final class QrRulesTest {
  private static final String CREATE = "/card/qrcode/create";

  @Injected private RawSandbox raw;
  private String cardId;

  @BeforeEach
  void aCard() {
    cardId = raw.create(Definitions.groupon());
  }

  @ParameterizedTest
  @CsvSource({"false, 0", "null, 0", "true, 40078", "'\"true\"', 47001", "1, 47001"})
  void is_unique_code_is_true_or_false(String value, int errcode) {
    assertThat(raw.errcode(CREATE, single(cardId, "\"is_unique_code\": " + value)))
        .isEqualTo(errcode);
  }

  @Test
  void a_unique_code_needs_stock_and_codes_that_wechat_hands_out() {
    String unique = "\"is_unique_code\": true";
    String scarce =
        approved(Definitions.groupon(base -> base.withObject("/sku").put("quantity", 1)));
    String custom = approved(Definitions.groupon(base -> base.put("use_custom_code", true)));
    raw.scan(raw.ticket(scarce), "a");

    assertThat(raw.errcode(CREATE, single(scarce, unique))).isEqualTo(45031);
    assertThat(raw.errcode(CREATE, single(custom, unique + ", \"code\": \"A-1\"")))
        .isEqualTo(45030);
    assertThat(raw.errcode(CREATE, single(scarce, unique + ", \"code\": \"1\""))).isEqualTo(40053);
  }

  @Test
  void two_unique_codes_of_one_card_differ() {
    String card = approved(Definitions.groupon());
    String unique = single(card, "\"is_unique_code\": true");
    String first = raw.done(CREATE, unique).path("ticket").asText();
    String second = raw.done(CREATE, unique).path("ticket").asText();

    JsonNode a = raw.scan(first, "a");
    JsonNode b = raw.scan(second, "a");

    assertThat(a.path("code").asText()).matches("[0-9]{12}").isNotEqualTo(b.path("code").asText());
    assertThat(raw.scan(first, "b").path("errcode").asInt()).isEqualTo(40073);
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "6, 45039"})
  void up_to_five_cards_share_a_qr_code(int many, int errcode) {
    String card = "{\"card_id\": \"" + cardId + "\"}";
    String list = String.join(",", Collections.nCopies(many, card));

    assertThat(raw.errcode(CREATE, multiple(list))).isEqualTo(errcode);
  }

  @Test
  void each_of_several_cards_is_checked() {
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    String bound = raw.create(Definitions.groupon(base -> base.put("bind_openid", true)));
    String good = "{\"card_id\": \"" + cardId + "\"}, ";

    assertThat(raw.errcode(CREATE, multiple(good + "{\"card_id\": \"p\"}"))).isEqualTo(40073);
    assertThat(raw.errcode(CREATE, multiple(good + "{\"card_id\": \"" + custom + "\"}")))
        .isEqualTo(41013);
    assertThat(raw.errcode(CREATE, multiple(good + "{\"card_id\": \"" + bound + "\"}")))
        .isEqualTo(41009);
    assertThat(raw.errcode(CREATE, multiple(good + "{}"))).isEqualTo(41012);
    assertThat(raw.errcode(CREATE, multiple(good + "\"" + cardId + "\""))).isEqualTo(40053);
  }

  @Test
  void of_several_cards_only_the_one_with_a_code_is_claimed_once() {
    String custom = approved(Definitions.groupon(base -> base.put("use_custom_code", true)));
    String other = approved(Definitions.groupon());
    String list = "{\"card_id\": \"%s\", \"code\": \"A-1\"}, {\"card_id\": \"%s\"}";
    String ticket =
        raw.done(CREATE, multiple(list.formatted(custom, other))).path("ticket").asText();

    assertThat(raw.scan(ticket, "a").path("code").asText()).isEqualTo("A-1");
    assertThat(raw.scan(ticket, "b").path("card_id").asText()).isEqualTo(other);
    assertThat(raw.scan(ticket, "c").path("card_id").asText()).isEqualTo(other);
  }

  @ParameterizedTest
  @CsvSource({
    "60, 0",
    "61, 40053",
  })
  void an_outer_id_has_up_to_sixty_digits(int digits, int errcode) {
    String number = "\"outer_id\": " + "9".repeat(digits);
    String text = "\"outer_id\": \"" + "9".repeat(digits) + "\"";

    assertThat(raw.errcode(CREATE, single(cardId, number))).isEqualTo(errcode);
    assertThat(raw.errcode(CREATE, single(cardId, text))).isEqualTo(errcode);
  }

  @ParameterizedTest
  @CsvSource({"-1, 40053", "1.5, 40053", "'\"x\"', 40053", "null, 0", "'\"\"', 0"})
  void an_outer_id_is_a_number(String value, int errcode) {
    assertThat(raw.errcode(CREATE, single(cardId, "\"outer_id\": " + value))).isEqualTo(errcode);
  }

  @Test
  void a_deleted_card_is_offered_no_more() {
    raw.done("/card/delete", "{\"card_id\": \"" + cardId + "\"}");

    assertThat(raw.errcode(CREATE, single(cardId, "\"outer_str\": \"a\""))).isEqualTo(40078);
  }

  private String approved(String definition) {
    String id = raw.create(definition);
    raw.done("/sandbox/approve", "{\"card_id\": \"" + id + "\"}");
    return id;
  }

  private static String single(String card, String further) {
    return "{\"action_name\": \"QR_CARD\", \"action_info\": {\"card\": {\"card_id\": \"%s\", %s}}}"
        .formatted(card, further);
  }

  private static String multiple(String list) {
    return "{\"action_name\": \"QR_MULTIPLE_CARD\","
        + " \"action_info\": {\"multiple_card\": {\"card_list\": ["
        + list
        + "]}}}";
  }
}
