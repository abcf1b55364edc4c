package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DepositedCodesTest {
  private static final String DEPOSIT = "/card/code/deposit";
  private static final String CHECK = "/card/code/checkcode";

  @Injected private RawSandbox raw;
  @Injected private DatabaseRows rows;
  private String cardId;

  @BeforeEach
  void start() {
    cardId = raw.create(Definitions.deposit());
  }

  @Test
  void codes_are_imported_before_approval_and_listed() {
    JsonNode answer = raw.done(DEPOSIT, codes("\"A-1\", \"A-2\", \"" + "9".repeat(20) + "\""));

    assertThat(answer.path("succ_code")).extracting(JsonNode::asText).hasSize(3).contains("A-2");
    assertThat(answer.path("duplicate_code").toString()).isEqualTo("[]");
    assertThat(answer.path("fail_code").toString()).isEqualTo("[]");
    assertThat(count()).isEqualTo(3);
  }

  @Test
  void known_codes_and_wrong_ones_are_listed_apart_and_spoil_nothing() {
    raw.done(DEPOSIT, codes("\"A-1\""));

    String tooLong = "9".repeat(21);
    JsonNode answer = raw.done(DEPOSIT, codes("\"A-1\", \"A-2\", \"A#3\", \"" + tooLong + "\""));

    assertThat(answer.path("succ_code").toString()).isEqualTo("[\"A-2\"]");
    assertThat(answer.path("duplicate_code").toString()).isEqualTo("[\"A-1\"]");
    assertThat(answer.path("fail_code").toString()).isEqualTo("[\"A#3\",\"" + tooLong + "\"]");
    assertThat(count()).isEqualTo(2);
    JsonNode check = raw.done(CHECK, codes("\"A-2\", \"A-3\", \"A-1\""));
    assertThat(check.path("exist_code").toString()).isEqualTo("[\"A-2\",\"A-1\"]");
    assertThat(check.path("not_exist_code").toString()).isEqualTo("[\"A-3\"]");
  }

  @Test
  void a_sandbox_can_count_what_it_took_instead() {
    try (RawSandbox other = RawSandbox.inMemory(new AccountPolicy(false, Set.of(), false, true))) {
      String card = other.create(Definitions.deposit());
      other.done(DEPOSIT, codes("\"A-1\"").replace(cardId, card));

      JsonNode answer =
          other.done(DEPOSIT, codes("\"A-1\", \"A-2\", \"A-3\", \"A 4\"").replace(cardId, card));

      assertThat(answer.path("succ_code").toString()).isEqualTo("2");
      assertThat(answer.path("duplicate_code").toString()).isEqualTo("1");
      assertThat(answer.path("fail_code").toString()).isEqualTo("1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/card/code/get",
        "/card/code/consume",
        "/card/code/update",
        "/card/code/unavailable"
      })
  void an_imported_code_is_unknown_until_somebody_claims_it(String path) {
    raw.done(DEPOSIT, codes("\"A-1\""));
    String body = RawSandbox.body("code", "A-1", "card_id", cardId, "new_code", "B-1");

    JsonNode refused = raw.call(path, body);

    assertThat(refused.path("errcode").asInt()).isEqualTo(40056);
    assertThat(raw.lastReason()).contains("is imported", "nobody has claimed it yet");
    assertThat(raw.done(CHECK, codes("\"A-1\"")).path("exist_code").size()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"100, 0", "101, 40109"})
  void a_call_takes_a_hundred_codes(int many, int errcode) {
    String list =
        IntStream.range(0, many).mapToObj(i -> "\"C" + i + "\"").collect(Collectors.joining(","));

    assertThat(raw.errcode(DEPOSIT, codes(list))).isEqualTo(errcode);
    assertThat(raw.errcode(CHECK, codes(list))).isEqualTo(errcode);
    assertThat(count()).isEqualTo(errcode == 0 ? many : 0);
  }

  @Test
  void a_bad_list_imports_nothing() {
    assertThat(raw.errcode(DEPOSIT, codes(""))).isEqualTo(44005);
    assertThat(raw.errcode(DEPOSIT, codes("\"A-1\", \"\""))).isEqualTo(40110);
    assertThat(raw.errcode(DEPOSIT, codes("\"A-1\", \"A-1\""))).isEqualTo(40111);
    assertThat(raw.errcode(DEPOSIT, codes("\"A-1\", 7"))).isEqualTo(47001);
    assertThat(raw.errcode(DEPOSIT, codes("").replace("[]", "\"A-1\""))).isEqualTo(47001);
    assertThat(raw.errcode(DEPOSIT, codes("").replace("[]", "null"))).isEqualTo(41013);
    assertThat(raw.errcode(DEPOSIT, "{\"code\": [\"A-1\"]}")).isEqualTo(41012);
    assertThat(count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"/card/code/deposit", "/card/code/checkcode", "/card/code/getdepositcount"})
  void only_a_card_made_for_it_has_imported_codes(String path) {
    String codes = codes("\"A-1\"");
    String usual = raw.create(Definitions.groupon());
    String custom = raw.create(Definitions.groupon(base -> base.put("use_custom_code", true)));
    raw.done("/card/delete", RawSandbox.body("card_id", cardId));

    assertThat(raw.errcode(path, codes.replace(cardId, usual))).isEqualTo(45030);
    assertThat(raw.errcode(path, codes.replace(cardId, custom))).isEqualTo(45030);
    assertThat(raw.errcode(path, codes.replace(cardId, "p"))).isEqualTo(40073);
    assertThat(raw.errcode(path, codes)).isEqualTo(40073);
    assertThat(raw.errcode(path, "{}")).isEqualTo(41012);
  }

  @Test
  void claims_hand_out_imported_codes_each_once_in_no_order() {
    raw.done(DEPOSIT, codes("\"A-1\", \"A-2\", \"A-3\", \"A-4\", \"A-5\", \"A-6\""));
    openForClaims(7);
    String ticket = raw.ticket(cardId);

    StringBuilder order = new StringBuilder();
    Set<String> got = new HashSet<>();
    for (String person : List.of("a", "b", "c", "d", "e", "f")) {
      String code = raw.scan(ticket, person).path("code").asText();
      order.append(code);
      got.add(code);
    }

    assertThat(got).containsExactlyInAnyOrder("A-1", "A-2", "A-3", "A-4", "A-5", "A-6");
    assertThat(order).asString().isNotEqualTo("A-1A-2A-3A-4A-5A-6");
    assertThat(raw.scan(ticket, "late").path("errcode").asInt()).isEqualTo(45031);
    assertThat(stock()).isEqualTo(1);
    assertThat(count()).isEqualTo(6);
    assertThat(raw.errcode("/card/code/consume", "{\"code\": \"A-1\"}")).isEqualTo(40056);
    raw.done("/card/code/consume", RawSandbox.body("code", "A-1", "card_id", cardId));
  }

  @Test
  void a_qr_code_of_a_unique_code_keeps_one_until_it_ends() {
    raw.done(DEPOSIT, codes("\"A-1\""));
    openForClaims(1);
    String unique =
        """
        {"action_name": "QR_CARD", "expire_seconds": 60,
         "action_info": {"card": {"card_id": "%s", "is_unique_code": true}}}
        """
            .formatted(cardId);
    String first = raw.done("/card/qrcode/create", unique).path("ticket").asText();
    assertThat(raw.errcode("/card/qrcode/create", unique)).isEqualTo(45031);
    assertThat(raw.scan(raw.ticket(cardId), "other").path("errcode").asInt()).isEqualTo(45031);
    raw.clock.advance(Duration.ofSeconds(60));
    assertThat(raw.scan(first, "late").path("errcode").asInt()).isEqualTo(40073);

    String second = raw.done("/card/qrcode/create", unique).path("ticket").asText();

    assertThat(raw.scan(second, "somebody").path("code").asText()).isEqualTo("A-1");
    assertThat(raw.scan(second, "somebody").path("errcode").asInt()).isEqualTo(40073);
    assertThat(stock()).isZero();
  }

  @Test
  void nobody_chooses_an_imported_code() {
    raw.done(DEPOSIT, codes("\"A-1\""));
    String body =
        """
        {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "A-1"}}}
        """;

    openForClaims(1);
    JsonNode qr = raw.done("/card/qrcode/create", body.formatted(cardId));
    JsonNode claim = raw.scan(qr.path("ticket").asText(), "a");

    assertThat(claim.path("errcode").asInt()).isEqualTo(40080);
    assertThat(raw.lastReason()).contains("参数错误(addcard)", "at random");
    assertThat(stock()).isEqualTo(1);
  }

  @Test
  void a_strict_sandbox_makes_no_qr_code_for_an_imported_code() {
    try (RawSandbox strict = RawSandbox.inMemory(new AccountPolicy(true, Set.of(), false))) {
      String card = strict.create(Definitions.deposit());
      String body =
          """
          {"action_name": "QR_CARD", "action_info": {"card": {"card_id": "%s", "code": "A-1"}}}
          """;

      assertThat(strict.errcode("/card/qrcode/create", body.formatted(card))).isEqualTo(40053);
    }
  }

  private String codes(String list) {
    return "{\"card_id\": \"" + cardId + "\", \"code\": [" + list + "]}";
  }

  private int count() {
    return raw.done("/card/code/getdepositcount", RawSandbox.body("card_id", cardId))
        .path("count")
        .asInt(-1);
  }

  private int stock() {
    return raw.done("/card/get", RawSandbox.body("card_id", cardId))
        .at("/card/groupon/base_info/sku/quantity")
        .asInt(-1);
  }

  private void openForClaims(int stock) {
    rows.change("UPDATE card SET quantity = ? WHERE id = ?", stock, cardId);
    raw.approve(cardId);
  }
}
