package io.github.wxcard.trust;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.wxcard.json.Json;
import io.github.wxcard.trust.Fault.Effect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Answers with HTTP status 200 that are no success of the call that gets them. */
final class FalseSuccesses {
  private static final String SPOILT = "an answer (without a usable|that is not) .+HTTP status 200";
  private static final String ERRCODE = "without a usable errcode \\(HTTP status 200\\): .";
  private static final String NO_OBJECT =
      "an answer that is not a JSON object \\(HTTP status 200\\): .";
  private static final String PAGE = "<!DOCTYPE html><title>Login</title><form>Room number?</form>";

  private FalseSuccesses() {}

  static List<Fault> all() {
    return Stream.of(objects(), noObjects(), spoiltErrcodes(), pages())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> objects() {
    return List.of(
        fault("an empty object", "{}", SPOILT, "any"),
        fault(
            "a gateway's object",
            "{\"code\":500,\"message\":\"gateway timeout\"}",
            "gateway timeout",
            "any"),
        fault("a good answer without an errcode", without("errcode"), ERRCODE, "plain", "any"),
        fault("errcode 0 alone", "{\"errcode\":0,\"errmsg\":\"ok\"}", SPOILT, "bare", "any"),
        fault(
            "another call's answer",
            "{\"errcode\":0,\"errmsg\":\"ok\",\"page_id_list\":[\"P1\"]}",
            "P1",
            "bare",
            "any"),
        fault(
            "another call's answer without an errcode",
            "{\"type\":\"image\",\"media_id\":\"M1\",\"created_at\":1800000000}",
            "M1",
            "any"),
        fault("errcode 0 and nothing but null", nulls(), SPOILT, "bare", "any"));
  }

  private static List<Fault> noObjects() {
    return Stream.of("[]", "[" + Host.GOOD + "]", "null", "true", "0", "\"ok\"")
        .map(text -> fault(text.substring(0, 1) + "… for an object", text, NO_OBJECT))
        .toList();
  }

  private static List<Fault> spoiltErrcodes() {
    return Stream.of("\"0\"", "\"40001\"", "null", "false", "0.0", "0e0", "1e99", "9".repeat(20))
        .map(value -> fault("errcode " + value, withErrcode(value), ERRCODE))
        .toList();
  }

  private static List<Fault> pages() {
    return List.of(
        page("a login page", "text/html; charset=utf-8"),
        page("a login page in capitals", "Text/HTML"),
        page("a login page called a picture", "image/jpeg"),
        page("a login page of no type", ""),
        fault("two errcodes", withErrcode("40001,\"errcode\":0"), "has a name twice"),
        fault("a good answer and more", Host.GOOD + "<!-- proxied -->", Faults.FOREIGN));
  }

  private static Fault page(String name, String contentType) {
    return new Fault(
        name,
        List.of(Host.json(PAGE).withHeader("Content-Type", contentType)),
        Effect.ODD,
        Faults.FOREIGN + ": <!DOCTYPE",
        Set.of());
  }

  private static Fault fault(String name, String body, String told, String... good) {
    return new Fault(name, List.of(Host.json(body)), Effect.ODD, told, Set.of(good));
  }

  private static String withErrcode(String value) {
    return Host.GOOD.replace("\"errcode\":0", "\"errcode\":" + value);
  }

  private static String without(String key) {
    ObjectNode answer = good();
    answer.remove(key);
    return Json.write(answer);
  }

  private static String nulls() {
    ObjectNode answer = good();
    answer
        .properties()
        .forEach(
            member -> {
              if (!member.getKey().startsWith("err")) {
                member.setValue(Json.object().nullNode());
              }
            });
    return Json.write(answer);
  }

  private static ObjectNode good() {
    try {
      return (ObjectNode) Json.read(Host.GOOD);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
