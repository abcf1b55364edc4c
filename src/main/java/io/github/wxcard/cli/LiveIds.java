package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.Users.HeldCard;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.Target;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.repl.LiveValues;
import io.github.wxcard.repl.Remembered;
import io.github.wxcard.repl.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Card ids and codes of the account, for completion; asked again only after a while. */
final class LiveIds implements LiveValues {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_CARDS = 50;

  private final Supplier<CommandContext> current;
  private final Duration patience;
  private final Map<Value, Known> known = new EnumMap<>(Value.class);

  private record Known(String account, Instant until, List<String> values) {}

  LiveIds(Supplier<CommandContext> current) {
    this(current, PATIENCE);
  }

  /**
   * @param patience how long an answer may take
   */
  LiveIds(Supplier<CommandContext> current, Duration patience) {
    this.current = current;
    this.patience = patience;
  }

  @Override
  public List<String> of(Value kind, Remembered seen) {
    CommandContext context = current.get();
    if (context.options().dryRun || (kind != Value.CARD_ID && kind != Value.CODE)) {
      return List.of();
    }
    try {
      Target target = context.target();
      Instant now = context.environment().clock().instant();
      Known before = known.get(kind);
      if (before == null
          || !before.account().equals(target.cacheKey())
          || before.until().isBefore(now)) {
        List<String> values = ask(context, kind, seen);
        known.put(kind, new Known(target.cacheKey(), now.plus(FRESH), values));
      }
      return known.get(kind).values();
    } catch (Failure unusable) {
      return List.of();
    }
  }

  private List<String> ask(CommandContext context, Value kind, Remembered seen) {
    ClientOptions brisk =
        ClientOptions.usual(Version.current())
            .withCallLimit(patience)
            .withDeadline(context.environment().clock().instant().plus(patience));
    Target target = context.target();
    WeChat weChat = context.program().connect(target, context.settings().tokens(target), brisk);
    try {
      return kind == Value.CARD_ID ? cards(weChat) : codes(weChat, seen);
    } catch (Failure unanswered) {
      return List.of();
    }
  }

  /** {@code POST /card/batchget}. */
  private static List<String> cards(WeChat weChat) {
    ObjectNode body = Json.object().put("offset", 0).put("count", MOST_CARDS);
    List<String> ids = new ArrayList<>();
    for (JsonNode id :
        weChat.post("/card/batchget", body, Idempotency.IDEMPOTENT).path("card_id_list")) {
      ids.add(id.asText());
    }
    return ids;
  }

  /** No call lists codes but for one person: those that results have named. */
  private static List<String> codes(WeChat weChat, Remembered seen) {
    return seen.all("openid").stream()
        .limit(3)
        .flatMap(openid -> weChat.users().cards(openid, null).stream())
        .map(HeldCard::code)
        .toList();
  }
}
