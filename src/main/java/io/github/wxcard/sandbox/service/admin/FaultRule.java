package io.github.wxcard.sandbox.service.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.sandbox.service.admin.FaultService.InjectedFault;
import io.github.wxcard.sandbox.service.base.ApiException;
import io.github.wxcard.sandbox.service.base.CallInput;
import io.github.wxcard.server.Response;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a fault strikes and how: the JSON that asks for it, checked.
 *
 * @param path the only path it strikes; empty for all of the API
 * @param quota how many calls a day or a minute it lets pass
 * @param span the seconds that the quota is for
 * @param rate how likely it strikes, above 0 to 1
 * @param times how often it strikes
 */
record FaultRule(
    Optional<String> path,
    OptionalLong quota,
    long span,
    OptionalInt errcode,
    OptionalInt http,
    boolean drop,
    boolean truncate,
    long delayMillis,
    double rate,
    OptionalLong times) {
  static final long DAY = 86_400;
  static final long MINUTE = 60;

  private static final int BAD_VALUE = 40097;
  private static final long LONGEST_DELAY = 600_000;
  private static final List<String> EFFECTS =
      List.of("errcode", "http", "drop", "truncate", "daily", "per_minute");

  static FaultRule of(CallInput input) {
    OptionalLong daily = count(input, "daily");
    OptionalLong perMinute = count(input, "per_minute");
    FaultRule rule =
        new FaultRule(
            input.text("path"),
            daily.isPresent() ? daily : perMinute,
            daily.isPresent() ? DAY : MINUTE,
            within(input, "errcode", Integer.MIN_VALUE, Integer.MAX_VALUE),
            within(input, "http", 200, 599),
            input.flag("drop", false),
            input.flag("truncate", false),
            within(input, "delay_ms", 0, LONGEST_DELAY).orElse(0),
            rate(input.body().path("rate")),
            count(input, "times"));
    long effects = EFFECTS.stream().filter(name -> isSaid(input.body().path(name))).count();
    if (effects > 1) {
      throw new ApiException(BAD_VALUE, "a fault does one of " + String.join(", ", EFFECTS));
    }
    if (rule.errcode.orElse(-1) == 0) {
      throw new ApiException(BAD_VALUE, "errcode 0 is success, and no fault");
    }
    if (effects == 0 && rule.delayMillis == 0) {
      throw new ApiException(
          BAD_VALUE, "say what the fault does: delay_ms, " + String.join(", ", EFFECTS));
    }
    return rule;
  }

  /** A quota of the whole API lets the calls pass that start it anew. */
  boolean concerns(String requested) {
    return path.isEmpty()
        ? quota.isEmpty() || !requested.startsWith("/cgi-bin/clear_quota")
        : path.get().equals(requested);
  }

  InjectedFault fault(long id) {
    return new InjectedFault(id, errcode, http, new Response.Effect(drop, truncate, delayMillis));
  }

  /** As it is kept and shown. */
  ObjectNode json() {
    ObjectNode json = Json.object();
    path.ifPresent(value -> json.put("path", value));
    quota.ifPresent(value -> json.put(span == DAY ? "daily" : "per_minute", value));
    errcode.ifPresent(value -> json.put("errcode", value));
    http.ifPresent(value -> json.put("http", value));
    if (drop) {
      json.put("drop", true);
    }
    if (truncate) {
      json.put("truncate", true);
    }
    if (delayMillis > 0) {
      json.put("delay_ms", delayMillis);
    }
    if (rate < 1) {
      json.put("rate", rate);
    }
    return json;
  }

  private static boolean isSaid(JsonNode value) {
    return !value.isMissingNode()
        && !value.isNull()
        && !(value.isBoolean() && !value.booleanValue());
  }

  private static double rate(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return 1;
    }
    if (!value.isNumber() || !(value.doubleValue() > 0 && value.doubleValue() <= 1)) {
      throw new ApiException(BAD_VALUE, "rate is not a number above 0 and up to 1");
    }
    return value.doubleValue();
  }

  private static OptionalLong count(CallInput input, String name) {
    OptionalLong number = input.number(name, BAD_VALUE);
    if (number.isPresent() && number.getAsLong() < (name.equals("times") ? 1 : 0)) {
      throw new ApiException(BAD_VALUE, name + " is too small");
    }
    return number;
  }

  private static OptionalInt within(CallInput input, String name, long least, long most) {
    OptionalLong number = input.number(name, BAD_VALUE);
    if (number.isEmpty()) {
      return OptionalInt.empty();
    }
    if (number.getAsLong() < least || number.getAsLong() > most) {
      throw new ApiException(BAD_VALUE, name + " is outside of " + least + " to " + most);
    }
    return OptionalInt.of((int) number.getAsLong());
  }
}
