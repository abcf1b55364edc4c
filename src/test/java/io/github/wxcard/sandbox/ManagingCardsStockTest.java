package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManagingCardsStockTest {
  private static final String MODIFY = "/card/modifystock";

  @Injected private RawSandbox raw;

  @Test
  void stock_grows_and_shrinks_and_the_total_knows_all_there_ever_was() {
    String cardId = raw.create(Definitions.groupon());
    raw.clock.advance(Duration.ofMinutes(1));

    JsonNode answer = modify(cardId, "\"increase_stock_value\":50");

    assertThat(answer.fieldNames()).toIterable().containsExactly("errcode", "errmsg");
    assertThat(stock(cardId)).isEqualTo("150 of 150");
    modify(cardId, "\"reduce_stock_value\":150");
    assertThat(stock(cardId)).isEqualTo("0 of 150");
    modify(cardId, "\"increase_stock_value\":3,\"reduce_stock_value\":1");
    assertThat(stock(cardId)).isEqualTo("2 of 153");
    assertThat(base(cardId).path("update_time").asLong())
        .isEqualTo(base(cardId).path("create_time").asLong() + 60);
  }

  @Test
  void what_is_absent_or_null_or_none_changes_nothing() {
    String cardId = raw.create(Definitions.groupon());
    modify(cardId, "\"increase_stock_value\":0,\"reduce_stock_value\":null");
    raw.done(MODIFY, "{\"card_id\":\"" + cardId + "\"}");
    assertThat(stock(cardId)).isEqualTo("100 of 100");
  }

  @Test
  void an_empty_card_is_claimed_again_once_it_has_stock() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/sandbox/approve", "{\"card_id\":\"" + cardId + "\"}");
    String ticket = raw.ticket(cardId);
    modify(cardId, "\"reduce_stock_value\":100");
    assertThat(raw.scan(ticket, "usr1").path("errcode").asInt()).isEqualTo(45031);

    modify(cardId, "\"increase_stock_value\":1");

    assertThat(raw.scan(ticket, "usr1").path("errcode").asInt()).isZero();
    assertThat(raw.scan(ticket, "usr2").path("errcode").asInt()).isEqualTo(45031);
  }

  @Test
  void an_amount_may_be_in_quotes_and_null_is_none() {
    String cardId = raw.create(Definitions.groupon());
    assertThat(refusal(cardId, "\"increase_stock_value\":\"5\",\"reduce_stock_value\":null"))
        .isZero();
    assertThat(stock(cardId)).isEqualTo("105 of 105");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"reduce_stock_value\":101",
        "\"reduce_stock_value\":-1",
        "\"increase_stock_value\":-1",
        "\"increase_stock_value\":1.5",
        "\"increase_stock_value\":\"five\"",
        "\"increase_stock_value\":\"\"",
        "\"increase_stock_value\":\"1e3\"",
        "\"reduce_stock_value\":9223372036854775807",
        "\"reduce_stock_value\":92233720368547758070"
      })
  void an_impossible_amount_is_refused_and_changes_nothing(String change) {
    String cardId = raw.create(Definitions.groupon());
    assertThat(refusal(cardId, change)).isEqualTo(40122);
    assertThat(stock(cardId)).isEqualTo("100 of 100");
  }

  @Test
  void there_are_never_more_than_a_hundred_million() {
    String cardId = raw.create(Definitions.groupon());
    assertThat(refusal(cardId, "\"increase_stock_value\":99999901")).isEqualTo(45041);
    assertThat(refusal(cardId, "\"increase_stock_value\":9223372036854775807")).isEqualTo(45041);
    modify(cardId, "\"increase_stock_value\":99999900");
    assertThat(stock(cardId)).isEqualTo("100000000 of 100000000");
    assertThat(refusal(cardId, "\"increase_stock_value\":1")).isEqualTo(45041);
  }

  @Test
  void a_card_with_imported_codes_has_no_more_stock_than_codes() {
    String cardId = raw.create(Definitions.deposit());
    raw.done("/sandbox/approve", "{\"card_id\":\"" + cardId + "\"}");
    assertThat(refusal(cardId, "\"increase_stock_value\":1")).isEqualTo(40136);
    raw.done(
        "/card/code/deposit", "{\"card_id\":\"" + cardId + "\",\"code\":[\"a1\",\"a2\",\"a3\"]}");

    assertThat(refusal(cardId, "\"increase_stock_value\":4")).isEqualTo(40136);
    modify(cardId, "\"increase_stock_value\":3");
    assertThat(raw.scan(raw.ticket(cardId), "usr1").path("errcode").asInt()).isZero();

    assertThat(stock(cardId)).isEqualTo("2 of 3");
    assertThat(refusal(cardId, "\"increase_stock_value\":1")).isEqualTo(40136);
    modify(cardId, "\"reduce_stock_value\":1");
    modify(cardId, "\"increase_stock_value\":1");
  }

  @Test
  void a_card_that_is_not_there_has_no_stock() {
    String cardId = raw.create(Definitions.groupon());
    raw.done("/card/delete", "{\"card_id\":\"" + cardId + "\"}");

    assertThat(refusal(cardId, "\"increase_stock_value\":1")).isEqualTo(40078);
    assertThat(refusal("pNothing", "\"increase_stock_value\":1")).isEqualTo(40073);
    assertThat(raw.errcode(MODIFY, "{\"increase_stock_value\":1}")).isEqualTo(41012);
  }

  private JsonNode modify(String cardId, String change) {
    return raw.done(MODIFY, "{\"card_id\":\"" + cardId + "\"," + change + "}");
  }

  private int refusal(String cardId, String change) {
    return raw.errcode(MODIFY, "{\"card_id\":\"" + cardId + "\"," + change + "}");
  }

  private String stock(String cardId) {
    JsonNode sku = base(cardId).path("sku");
    return sku.path("quantity").asText() + " of " + sku.path("total_quantity").asText();
  }

  private JsonNode base(String cardId) {
    return raw.done("/card/get", "{\"card_id\":\"" + cardId + "\"}").at("/card/groupon/base_info");
  }
}
