package io.github.wxcard.cli.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Walks over the account's cards, as many at a time as WeChat gives. */
final class CardIdPager {
  /** The most that one page takes. */
  static final int LARGEST = 50;

  private final WeChat weChat;
  private final List<String> statuses;
  private int total = -1;

  CardIdPager(WeChat weChat, List<String> statuses) {
    this.weChat = weChat;
    this.statuses = statuses;
  }

  /**
   * Passes on the ids of one page after the other. A card that is made meanwhile moves the later
   * ones, so an id may come twice: it is passed on once.
   */
  void read(int offset, int most, Consumer<List<String>> reader) {
    Set<String> seen = new HashSet<>();
    int read = 0;
    boolean more = true;
    while (more && read < most) {
      int count = Math.min(most - read, LARGEST);
      List<String> ids = page(offset + read, count);
      reader.accept(ids.stream().filter(seen::add).toList());
      read += ids.size();
      more = !ids.isEmpty() && !isEnd(offset + read);
    }
  }

  /** {@code POST /card/batchget}; without a status, whatever WeChat lists then. */
  private List<String> page(int offset, int count) {
    ObjectNode body = Json.object().put("offset", offset).put("count", count);
    if (!statuses.isEmpty()) {
      statuses.forEach(body.putArray("status_list")::add);
    }
    JsonNode answer = weChat.post("/card/batchget", body, Idempotency.IDEMPOTENT);
    total = answer.path("total_num").asInt(-1);
    List<String> ids = new ArrayList<>();
    answer.path("card_id_list").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /** How many cards the account has, as the last page told; negative when it did not. */
  int total() {
    return total;
  }

  /** The total counts cards of every status, so it does not tell where a choice of them ends. */
  private boolean isEnd(int position) {
    return statuses.isEmpty() && total >= 0 && position >= total;
  }
}
