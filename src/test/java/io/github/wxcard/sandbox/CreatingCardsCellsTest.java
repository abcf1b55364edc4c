package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.sandbox.service.base.AccountPolicy;
import io.github.wxcard.sandbox.service.base.AccountRight;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CreatingCardsCellsTest {
  private static final String PAY = "/card/paycell/set";
  private static final String SELF = "/card/selfconsumecell/set";

  @Injected private RawSandbox raw;

  @ParameterizedTest
  @CsvSource({PAY + ", 43017", SELF + ", 0"})
  void a_cell_opens_on_a_card_with_shops_and_one_of_them_without(String path, int without) {
    String all = card(base -> base.put("use_all_locations", true));
    String some = card(base -> base.putArray("location_id_list").add(7));
    String none = card(base -> base.putArray("location_id_list"));

    assertThat(raw.done(path, open(all)).fieldNames())
        .toIterable()
        .containsExactly("errcode", "errmsg");
    raw.done(path, open(some));
    assertThat(raw.errcode(path, open(none))).isEqualTo(without);
    raw.done(path, closed(none));
  }

  @ParameterizedTest
  @CsvSource({PAY + "," + SELF, SELF + "," + PAY})
  void the_two_cells_exclude_each_other_until_one_is_closed(String first, String second) {
    String cardId = card(base -> base.put("use_all_locations", true));
    raw.done(first, open(cardId));
    raw.done(first, open(cardId));

    assertThat(raw.errcode(second, open(cardId))).isEqualTo(45046);
    raw.done(second, closed(cardId));
    assertThat(raw.errcode(second, open(cardId))).isEqualTo(45046);

    raw.done(first, closed(cardId));
    raw.done(second, open(cardId));
    assertThat(raw.errcode(first, open(cardId))).isEqualTo(45046);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAY, SELF})
  void a_cell_and_the_centre_button_exclude_each_other(String path) {
    String button = card(base -> base.put("use_all_locations", true).put("center_title", "立即使用"));
    assertThat(raw.errcode(path, open(button))).isEqualTo(45046);
    raw.done("/card/update", update(button, "\"center_title\":\"\""));
    raw.done(path, open(button));

    String update = update(button, "\"center_url\":\"https://a.example.com\"");
    assertThat(raw.errcode("/card/update", update)).isEqualTo(40145);
    raw.done("/card/update", update(button, "\"center_url\":\"\""));
    raw.done(path, closed(button));
    raw.done("/card/update", update);
  }

  @ParameterizedTest
  @ValueSource(strings = {PAY, SELF})
  void a_cell_needs_the_right_to_pay(String path) {
    try (RawSandbox poor =
        RawSandbox.inMemory(new AccountPolicy(false, Set.of(AccountRight.PAY), false))) {
      String cardId = poor.create(Definitions.groupon(base -> base.put("use_all_locations", true)));
      assertThat(poor.errcode(path, open(cardId))).isEqualTo(43008);
      poor.done(path, closed(cardId));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {PAY, SELF})
  void what_names_no_card_or_says_nothing_is_refused(String path) {
    String cardId = card(base -> base.put("use_all_locations", true));

    assertThat(raw.errcode(path, "{\"is_open\":true}")).isEqualTo(41012);
    assertThat(raw.errcode(path, open("pNothing"))).isEqualTo(40073);
    assertThat(raw.errcode(path, "{\"card_id\":\"" + cardId + "\"}")).isEqualTo(41011);
    assertThat(raw.errcode(path, "{\"card_id\":\"" + cardId + "\",\"is_open\":1}"))
        .isEqualTo(47001);
    raw.done("/card/delete", "{\"card_id\":\"" + cardId + "\"}");
    assertThat(raw.errcode(path, open(cardId))).isEqualTo(40078);
  }

  @Test
  void the_switches_of_self_redeeming_are_true_or_false() {
    String cardId = card(base -> base.put("use_all_locations", true));
    String body = "{\"card_id\":\"%s\",\"is_open\":true,\"need_verify_cod\":%s}";

    assertThat(raw.errcode(SELF, body.formatted(cardId, "\"yes\""))).isEqualTo(47001);
    raw.done(SELF, body.formatted(cardId, "true,\"need_remark_amount\":false"));
  }

  private String card(Consumer<ObjectNode> change) {
    return raw.create(Definitions.groupon(change));
  }

  private static String update(String cardId, String change) {
    return "{\"card_id\":\"%s\",\"groupon\":{\"base_info\":{%s}}}".formatted(cardId, change);
  }

  private static String open(String cardId) {
    return "{\"card_id\":\"" + cardId + "\",\"is_open\":true}";
  }

  private static String closed(String cardId) {
    return "{\"card_id\":\"" + cardId + "\",\"is_open\":false}";
  }
}
