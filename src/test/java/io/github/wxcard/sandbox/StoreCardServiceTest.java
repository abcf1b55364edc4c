package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cards in the mini programs of shops. */
final class StoreCardServiceTest {
  private static final String SET = "/card/storewxa/set";
  private static final String GET = "/card/storewxa/get";

  @Injected private RawSandbox raw;

  @Test
  void a_shop_shows_the_card_that_was_set_last() {
    String first = raw.create(Definitions.groupon());
    String second = raw.create(Definitions.groupon());
    raw.done(SET, RawSandbox.body("poi_id", "285633617", "card_id", first));
    raw.done(SET, "{\"poi_id\": 285633617, \"card_id\": \"" + second + "\"}");

    assertThat(raw.done(GET, "{\"poi_id\": \"285633617\"}").path("card_id").asText())
        .isEqualTo(second);
  }

  @Test
  void what_is_wrong_is_refused() {
    String card = raw.create(Definitions.groupon());
    assertThat(raw.errcode(GET, "{\"poi_id\": \"1\"}")).isEqualTo(40098);
    assertThat(raw.errcode(GET, "{}")).isEqualTo(40098);
    assertThat(raw.errcode(SET, RawSandbox.body("poi_id", "x", "card_id", card))).isEqualTo(40098);
    assertThat(raw.errcode(SET, "{\"poi_id\": \"1\"}")).isEqualTo(41012);
    assertThat(raw.errcode(SET, "{\"poi_id\": \"1\", \"card_id\": \"pNone\"}")).isEqualTo(40073);
  }
}
