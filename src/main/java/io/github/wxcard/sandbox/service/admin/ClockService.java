package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.sandbox.store.SandboxSettings;
import io.github.wxcard.sandbox.store.Transaction;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sandbox's time, which tokens, QR codes, cards and statistics follow. */
public final class ClockService {
  private static final Pattern STEP = Pattern.compile("\\+?([0-9]{1,9})(s|m|h|d)");
  private static final int BAD_TIME = 40079;

  /** A hundred years. */
  private static final long FARTHEST = 36_525L * 86_400;

  private ClockService() {}

  /** {@code POST /sandbox/clock} with {@code advance}, as in 15d, or {@code reset}: moves it. */
  public static ObjectNode move(Transaction tx, CallInput input) {
    long offset = tx.sandboxSettings().clockOffset();
    long moved = offset;
    if (input.flag("reset", false)) {
      moved = 0;
    } else if (input.text("advance").isPresent()) {
      moved = offset + seconds(input.text("advance").get());
    }
    if (moved > FARTHEST) {
      throw new ApiException(BAD_TIME, "the sandbox's time cannot be more than 100 years ahead");
    }
    if (moved != offset) {
      SandboxSettings.setClock(tx, moved);
    }
    return shown(tx.now() - offset + moved, moved);
  }

  private static ObjectNode shown(long now, long offset) {
    ObjectNode answer = Json.object();
    answer.put("time", now);
    answer.put("iso", Instant.ofEpochSecond(now).toString());
    return answer.put("offset", offset);
  }

  private static long seconds(String step) {
    Matcher matcher = STEP.matcher(step);
    if (!matcher.matches()) {
      throw new ApiException(
          BAD_TIME,
          "advance is not like 90s, 30m, 2h or 15d; time only moves forward, and reset ends that");
    }
    long unit =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> 60;
          case "h" -> 3600;
          default -> 86_400;
        };
    return Long.parseLong(matcher.group(1)) * unit;
  }
}
