package io.github.wxcard.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushedMessageTest {
  private static final Map<String, String> CLAIM =
      Map.of(
          "FromUserName",
          "o1",
          "CreateTime",
          "1",
          "Event",
          "user_get_card",
          "CardId",
          "p1",
          "UserCardCode",
          "A-1",
          "IsGiveByFriend",
          "0");

  @ParameterizedTest
  @ValueSource(
      strings = {"FromUserName", "CreateTime", "Event", "CardId", "UserCardCode", "OrderId"})
  void events_of_one_moment_differ_in_what_they_are_about(String field) {
    Map<String, String> other = new HashMap<>(CLAIM);
    other.put(field, "other");

    assertThat(identity(other)).isNotEqualTo(identity(CLAIM));
  }

  @Test
  void an_event_that_is_sent_again_is_the_same() {
    Map<String, String> again = new HashMap<>(CLAIM);
    again.put("OuterStr", "");

    assertThat(identity(again)).isEqualTo(identity(CLAIM));
  }

  private static String identity(Map<String, String> fields) {
    return new PushedMessage(fields, List.of()).identity();
  }
}
