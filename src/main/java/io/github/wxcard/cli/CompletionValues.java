package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.client.Codes.HeldCode;
import io.github.wxcard.client.Idempotency;
import io.github.wxcard.client.WeChat;
import io.github.wxcard.config.RememberedTesters;
import io.github.wxcard.config.ResolvedAccount;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.repl.CompletionSource.ValueKind;
import io.github.wxcard.repl.ResultVariables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** What an account has now, for completion: card ids, codes, people; in two seconds or not. */
final class CompletionValues {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final int MOST_CARDS = 50;

  private final Supplier<CommandContext> current;
  private final Map<ValueKind, Answer> answers = new EnumMap<>(ValueKind.class);

  private record Answer(String account, Instant until, List<String> values) {}

  CompletionValues(Supplier<CommandContext> current) {
    this.current = current;
  }

  /**
   * Card ids, or codes; asked again only after a while.
   *
   * @param seen whose cards may be looked at for codes, under {@code openid}
   */
  List<String> of(ValueKind kind, ResultVariables seen) {
    CommandContext context = current.get();
    if (context.options().dryRun || (kind != ValueKind.CARD_ID && kind != ValueKind.CODE)) {
      return List.of();
    }
    try {
      ResolvedAccount target = context.target();
      Instant now = context.environment().clock().instant();
      Answer before = answers.get(kind);
      if (before == null
          || !before.account().equals(target.cacheKey())
          || before.until().isBefore(now)) {
        List<String> values = ask(context, kind, seen);
        answers.put(kind, new Answer(target.cacheKey(), now.plus(FRESH), values));
      }
      return answers.get(kind).values();
    } catch (Failure unusable) {
      return List.of();
    }
  }

  private static List<String> ask(CommandContext context, ValueKind kind, ResultVariables seen) {
    WeChat weChat = withShortLimits(context);
    try {
      return kind == ValueKind.CARD_ID ? cards(weChat) : codes(weChat, seen);
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
  private static List<String> codes(WeChat weChat, ResultVariables seen) {
    return seen.all("openid").stream()
        .limit(3)
        .flatMap(openid -> weChat.codes().heldBy(openid, null).stream())
        .map(HeldCode::code)
        .toList();
  }

  /** Names and openids of testers and of a sandbox's users, as options take them. */
  List<String> people() {
    CommandContext context = current.get();
    Set<String> all = new LinkedHashSet<>();
    for (JsonNode user : users(context)) {
      all.add(user.path("name").asText());
      all.add(user.path("openid").asText());
    }
    RememberedTesters.Names testers = testers(context);
    all.addAll(testers.usernames());
    all.addAll(testers.openids());
    return new ArrayList<>(all);
  }

  /** The openids of the same people; those who hold cards come last, and so first to mind. */
  ResultVariables cardHolders() {
    CommandContext context = current.get();
    ResultVariables seen = new ResultVariables();
    testers(context).openids().forEach(openid -> learn(seen, openid));
    for (JsonNode user : users(context)) {
      if (user.path("cards").asInt() > 0) {
        learn(seen, user.path("openid").asText());
      }
    }
    return seen;
  }

  private static void learn(ResultVariables seen, String openid) {
    seen.learn(Json.object().put("openid", openid));
  }

  private static RememberedTesters.Names testers(CommandContext context) {
    return context.settings().testers(context.target()).get();
  }

  private static JsonNode users(CommandContext context) {
    if (!context.target().isSandbox()) {
      return Json.array();
    }
    try {
      return withShortLimits(context).sandbox().get("/sandbox/users").path("users");
    } catch (Failure unanswered) {
      return Json.array();
    }
  }

  private static WeChat withShortLimits(CommandContext context) {
    ClientOptions options =
        ClientOptions.usual(Version.current())
            .withCallLimit(TIMEOUT)
            .withDeadline(context.environment().clock().instant().plus(TIMEOUT));
    ResolvedAccount target = context.target();
    return context.program().connect(target, context.settings().tokens(target), options);
  }
}
