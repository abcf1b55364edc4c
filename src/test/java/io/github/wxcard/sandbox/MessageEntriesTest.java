package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries in the messages after a member card was activated or changed. */
final class MessageEntriesTest {
  @Injected private RawSandbox raw;

  @ParameterizedTest
  @ValueSource(strings = {"activate_msg_operation", "modify_msg_operation"})
  void an_entry_is_for_five_cards_at_most(String name) {
    String cardId = raw.create(card(name, 5));
    assertThat(raw.errcode("/card/create", card(name, 6))).isEqualTo(72019);

    assertThat(raw.errcode("/card/update", update(cardId, name, 5))).isZero();
    assertThat(raw.errcode("/card/update", update(cardId, name, 6))).isEqualTo(72019);
    assertThat(
            raw.done("/card/get", "{\"card_id\": \"" + cardId + "\"}")
                .at("/card/member_card/" + name + "/url_cell/card_id_list"))
        .hasSize(5);
  }

  private static String card(String name, int cards) {
    ObjectNode body = (ObjectNode) Definitions.json(Members.card());
    body.withObject("/card/member_card").set(name, entry(cards));
    return Json.write(body);
  }

  private static String update(String cardId, String name, int cards) {
    ObjectNode body = Json.object().put("card_id", cardId);
    body.withObject("/member_card").set(name, entry(cards));
    return Json.write(body);
  }

  private static ObjectNode entry(int cards) {
    ObjectNode entry = Json.object();
    ObjectNode cell = entry.putObject("url_cell");
    for (int i = 0; i < cards; i++) {
      cell.withArray("card_id_list").add("pFS7Fjg8kV1IdDz01r4SQwMkuCK" + i);
    }
    cell.put("end_time", 4102415999L).put("text", "去使用").put("url", "https://example.com/");
    return entry;
  }
}
