package io.github.wxcard.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CardListTest {
  @Injected private RawSandbox raw;
  private String first;
  private String second;
  private String third;

  @BeforeEach
  void makeCards() {
    first = raw.create(Definitions.groupon());
    second = raw.create(Definitions.groupon());
    third = raw.create(Definitions.groupon());
  }

  @Test
  void the_newest_card_comes_first() {
    assertThat(ids("{\"offset\":0,\"count\":10}")).containsExactly(third, second, first);
  }

  @Test
  void pages_follow_each_other_and_know_the_total() {
    assertThat(ids("{\"offset\":0,\"count\":2}")).containsExactly(third, second);
    assertThat(ids("{\"offset\":2,\"count\":2}")).containsExactly(first);
    assertThat(ids("{\"offset\":3,\"count\":2}")).isEmpty();
    JsonNode last = page("{\"offset\":2,\"count\":2}");
    assertThat(last.path("total_num").asInt()).isEqualTo(3);
    assertThat(last.path("card_list")).isEqualTo(Definitions.json("[]"));
  }

  @Test
  void cards_can_be_asked_for_by_status() {
    raw.done("/sandbox/approve", "{\"card_id\":\"" + second + "\"}");
    assertThat(ids("{\"status_list\":[\"CARD_STATUS_VERIFY_OK\"]}")).containsExactly(second);
    assertThat(ids("{\"status_list\":[\"CARD_STATUS_NOT_VERIFY\",\"CARD_STATUS_VERIFY_OK\"]}"))
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({
    "CARD_STATUS_VERIFY_FALL, CARD_STATUS_VERIFY_FAIL",
    "CARD_STATUS_USER_DELETE, CARD_STATUS_DELETE",
    "CARD_STATUS_USER_DISPATCH, CARD_STATUS_DISPATCH"
  })
  void the_names_of_older_documents_mean_the_same(String old, String today) {
    raw.done("/card/delete", "{\"card_id\":\"" + second + "\"}");

    assertThat(ids("{\"status_list\":[\"" + old + "\"]}"))
        .isEqualTo(ids("{\"status_list\":[\"" + today + "\"]}"));
  }

  @Test
  void what_is_out_of_bounds_is_refused() {
    assertThat(raw.errcode("/card/batchget", "{\"offset\":0,\"count\":51}")).isEqualTo(40097);
    assertThat(raw.errcode("/card/batchget", "{\"offset\":-1,\"count\":1}")).isEqualTo(40097);
    assertThat(raw.errcode("/card/batchget", "{\"status_list\":[\"NEW\"]}")).isEqualTo(40097);
    assertThat(raw.errcode("/card/batchget", "{\"offset\":\"none\",\"count\":1}")).isEqualTo(47001);
  }

  private JsonNode page(String body) {
    return raw.done("/card/batchget", body);
  }

  private List<String> ids(String body) {
    List<String> ids = new ArrayList<>();
    page(body).path("card_id_list").forEach(id -> ids.add(id.asText()));
    return ids;
  }
}
