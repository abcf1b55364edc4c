package io.github.wxcard.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wxcard.cli.base.CommandContext;
import io.github.wxcard.client.ClientOptions;
import io.github.wxcard.config.RememberedTesters;
import io.github.wxcard.config.Target;
import io.github.wxcard.config.Version;
import io.github.wxcard.error.Failure;
import io.github.wxcard.json.Json;
import io.github.wxcard.repl.Remembered;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The people an account is known to have: testers, and the users of a sandbox. */
record KnownPeople(CommandContext context, Duration patience) {
  /** Names and openids, as options take them. */
  List<String> names() {
    Set<String> all = new LinkedHashSet<>();
    for (JsonNode user : users()) {
      all.add(user.path("name").asText());
      all.add(user.path("openid").asText());
    }
    RememberedTesters.Names testers = context.settings().testers(context.target()).get();
    all.addAll(testers.usernames());
    all.addAll(testers.openids());
    return new ArrayList<>(all);
  }

  /**
   * Whose cards may be looked at for codes; those who hold some come last, and so first to mind.
   */
  Remembered remembered() {
    Remembered seen = new Remembered();
    context
        .settings()
        .testers(context.target())
        .get()
        .openids()
        .forEach(openid -> learn(seen, openid));
    for (JsonNode user : users()) {
      if (user.path("cards").asInt() > 0) {
        learn(seen, user.path("openid").asText());
      }
    }
    return seen;
  }

  private static void learn(Remembered seen, String openid) {
    seen.learn(Json.object().put("openid", openid));
  }

  private JsonNode users() {
    Target target = context.target();
    if (!target.isSandbox()) {
      return Json.array();
    }
    ClientOptions brisk =
        ClientOptions.usual(Version.current())
            .withCallLimit(patience)
            .withDeadline(context.environment().clock().instant().plus(patience));
    try {
      return context
          .program()
          .connect(target, context.settings().tokens(target), brisk)
          .sandbox()
          .get("/sandbox/users")
          .path("users");
    } catch (Failure unanswered) {
      return Json.array();
    }
  }
}
