package io.github.wxcard.trust;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;
import static com.github.tomakehurst.wiremock.http.Fault.RANDOM_DATA_THEN_CLOSE;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.github.wxcard.trust.Fault.Effect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The faults of the matrix. */
final class Faults {
  /** Those that no stub can play: a {@link RoughHost} does, or nobody at all. */
  static final String REFUSED_CONNECTION = "refused connection";

  static final String RESET_UNREAD = "reset before the request was read";
  static final String ECHO = "the request for a status line";
  static final String FLOOD = "a 100 MB answer";
  static final String FLOOD_UNTOLD = "a 100 MB answer of untold length";
  static final String FLOOD_CHUNKED = "a 100 MB answer in chunks";

  private static final int DELAY_MILLIS = 1_500;
  private static final String BROKE = "the connection to 127\\.0\\.0\\.1 broke \\(.+\\)";
  private static final String LATE =
      "no answer from 127\\.0\\.0\\.1 within \\d+ m?s|the command's time limit is used up";
  static final String FOREIGN = "an answer that is not JSON \\(HTTP status 200\\)";
  private static final String TOO_LONG = "the answer is longer than 16 MiB";

  private Faults() {}

  /**
   * All of them.
   *
   * @param elsewhere the address that redirects lead to
   */
  static List<Fault> all(String elsewhere) {
    return Stream.of(
            connections(),
            times(),
            bodies(),
            FalseSuccesses.all(),
            statuses(),
            refusals(),
            redirects(elsewhere))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Fault> connections() {
    return List.of(
        silent(
            REFUSED_CONNECTION,
            Effect.UNSENT,
            "cannot reach https?://127\\.0\\.0\\.1:\\d+ \\(.+\\)"),
        silent(RESET_UNREAD, Effect.UNREAD, BROKE),
        silent(ECHO, Effect.LOST, BROKE),
        lost("reset after the request was read", aResponse().withFault(CONNECTION_RESET_BY_PEER)),
        lost("closed without an answer", aResponse().withFault(EMPTY_RESPONSE)),
        lost("garbage for an answer", aResponse().withFault(RANDOM_DATA_THEN_CLOSE)),
        lost("half a body", aResponse().withFault(MALFORMED_RESPONSE_CHUNK)));
  }

  private static List<Fault> times() {
    return List.of(
        answered(
            "no answer in time",
            Effect.LATE,
            LATE,
            Host.json(Host.GOOD).withFixedDelay(DELAY_MILLIS)),
        answered(
            "an answer drop by drop",
            Effect.LATE,
            LATE,
            Host.json(Host.GOOD).withChunkedDribbleDelay(10, DELAY_MILLIS)));
  }

  private static List<Fault> bodies() {
    byte[] gbk = "{\"errcode\":0,\"errmsg\":\"好的\"}".getBytes(Charset.forName("GBK"));
    return List.of(
        answered("html", Effect.ODD, FOREIGN, Host.json("<html>Welcome to the hotel</html>")),
        answered("invalid utf-8", Effect.ODD, FOREIGN, Host.json("").withBody(gbk)),
        answered("empty body", Effect.ODD, "an empty answer \\(HTTP status 200\\)", Host.json("")),
        answered(
            "wrong content type",
            Effect.ANSWERED,
            "",
            Host.json(Host.GOOD).withHeader("Content-Type", "text/html; charset=gbk")),
        silent(FLOOD, Effect.ODD, TOO_LONG),
        silent(FLOOD_UNTOLD, Effect.ODD, TOO_LONG),
        silent(FLOOD_CHUNKED, Effect.ODD, TOO_LONG));
  }

  private static List<Fault> statuses() {
    return Stream.of(500, 502, 503, 504, 429)
        .map(
            status ->
                answered(
                    "http " + status,
                    Effect.LOST,
                    "HTTP status " + status,
                    aResponse().withStatus(status).withBody("<html>Sorry</html>")))
        .toList();
  }

  private static List<Fault> refusals() {
    return List.of(
        refused("busy for ever", Effect.BUSY, -1, "system error"),
        refused("busy once", Effect.BUSY_ONCE, -1, "system error"),
        refused("token refused for ever", Effect.TOKEN, 40001, "invalid credential"),
        refused("token refused once", Effect.TOKEN_ONCE, 40001, "invalid credential"),
        refused("address not listed", Effect.DENIED, 40164, "invalid ip 203.0.113.7, not in list"),
        refused("quota used up", Effect.QUOTA, 45009, "reach max api daily quota limit"),
        refused("no right", Effect.DENIED, 48001, "api unauthorized"));
  }

  private static List<Fault> redirects(String elsewhere) {
    return Stream.of(302, 307)
        .map(
            status ->
                answered(
                    "redirect " + status + " to another host",
                    Effect.ODD,
                    "sends elsewhere \\(HTTP status " + status + "\\)",
                    aResponse().withStatus(status).withHeader("Location", elsewhere)))
        .toList();
  }

  private static Fault silent(String name, Effect effect, String told) {
    return new Fault(name, List.of(), effect, told, Set.of());
  }

  private static Fault lost(String name, ResponseDefinitionBuilder answer) {
    return answered(name, Effect.LOST, BROKE, answer);
  }

  private static Fault answered(
      String name, Effect effect, String told, ResponseDefinitionBuilder answer) {
    return new Fault(name, List.of(answer), effect, told, Set.of());
  }

  private static Fault refused(String name, Effect effect, int errcode, String errmsg) {
    ResponseDefinitionBuilder refusal =
        Host.json("{\"errcode\":" + errcode + ",\"errmsg\":\"" + errmsg + " rid: 1-2-3\"}");
    boolean once = effect == Effect.BUSY_ONCE || effect == Effect.TOKEN_ONCE;
    List<ResponseDefinitionBuilder> answers =
        once ? List.of(refusal, Host.json(Host.GOOD)) : List.of(refusal);
    return new Fault(name, answers, effect, "errcode\"?[ :]" + errcode, Set.of());
  }
}
