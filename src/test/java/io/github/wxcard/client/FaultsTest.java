package io.github.wxcard.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.github.wxcard.error.Failure;
import io.github.wxcard.error.FailureKind;
import io.github.wxcard.json.Json;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call against every way a server can misbehave: what is said, and how often it is asked. */
class FaultsTest {
  private static final String LOOKUP = "/card/code/get";

  private static WireMockServer server;

  @TempDir Path home;
  private Stub stub;

  /** A call and whether it may be repeated. */
  private record Asked(String name, String path, boolean harmless, Consumer<WeChat> call) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What the server does, and what a person hears of it. */
  private record Trial(
      String name, ResponseDefinitionBuilder answer, FailureKind kind, boolean mayHeal) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static List<Asked> calls() {
    return List.of(
        new Asked("token", Stub.TOKEN_PATH, true, weChat -> weChat.tokens().current()),
        new Asked("ticket", Tokens.TICKET_PATH, true, weChat -> weChat.tokens().cardTicket()),
        new Asked(
            "upload",
            "/cgi-bin/media/uploadimg",
            true,
            w -> w.upload("/cgi-bin/media/uploadimg", Map.of(), "buffer", "a.png", new byte[9])),
        once("create", "/card/create"),
        new Asked("get", "/card/get", true, weChat -> weChat.card("p1")),
        once("delete", "/card/delete"),
        again("qr code", "/card/qrcode/create"),
        once("unique qr code", "/card/qrcode/create"),
        again("testers", "/card/testwhitelist/set"),
        new Asked("look up", LOOKUP, true, weChat -> weChat.codes().get("1", null, true)),
        new Asked(
            "consume", "/card/code/consume", false, weChat -> weChat.codes().consume("1", null)),
        new Asked(
            "held", "/card/user/getcardlist", true, weChat -> weChat.codes().heldBy("o1", null)));
  }

  private static Asked once(String name, String path) {
    return new Asked(name, path, false, weChat -> weChat.postOnce(path, Json.object(), "Look."));
  }

  private static Asked again(String name, String path) {
    return new Asked(
        name, path, true, weChat -> weChat.post(path, Json.object(), Idempotency.IDEMPOTENT));
  }

  private static List<Trial> faults() {
    return List.of(
        new Trial(
            "reset",
            aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
            FailureKind.NETWORK,
            true),
        new Trial(
            "closed without a word",
            aResponse().withFault(Fault.EMPTY_RESPONSE),
            FailureKind.NETWORK,
            true),
        new Trial(
            "garbage",
            aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
            FailureKind.NETWORK,
            true),
        new Trial(
            "half a body",
            aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK),
            FailureKind.NETWORK,
            true),
        new Trial("no answer", Stub.json("{}").withFixedDelay(1_500), FailureKind.NETWORK, true),
        new Trial(
            "slow drip",
            Stub.json("{\"errcode\":0}").withChunkedDribbleDelay(12, 1_500),
            FailureKind.NETWORK,
            true),
        new Trial(
            "html",
            aResponse().withBody("<html>Welcome to the hotel</html>"),
            FailureKind.NETWORK,
            false),
        new Trial("no object", Stub.json("[]"), FailureKind.NETWORK, false),
        new Trial("two documents", Stub.json("{\"errcode\":0}{}"), FailureKind.NETWORK, false),
        new Trial(
            "invalid utf8",
            aResponse().withBody("{\"errcode\":0,\"a\":\"中\"}".getBytes(Charset.forName("GBK"))),
            FailureKind.NETWORK,
            false),
        new Trial("empty body", aResponse(), FailureKind.NETWORK, false),
        new Trial(
            "too long", aResponse().withBody(new byte[(16 << 20) + 1]), FailureKind.NETWORK, false),
        new Trial(
            "http 500", aResponse().withStatus(500).withBody("oops"), FailureKind.NETWORK, true),
        new Trial("http 502", aResponse().withStatus(502), FailureKind.NETWORK, true),
        new Trial("http 503", aResponse().withStatus(503), FailureKind.NETWORK, true),
        new Trial("http 504", aResponse().withStatus(504), FailureKind.NETWORK, true),
        new Trial("http 429", aResponse().withStatus(429), FailureKind.NETWORK, true),
        new Trial(
            "http 404", aResponse().withStatus(404).withBody("<html>"), FailureKind.NETWORK, false),
        new Trial("busy", Stub.errcode(-1, "system error"), FailureKind.REFUSED, true),
        new Trial(
            "quota",
            Stub.errcode(45009, "reach max api daily quota limit"),
            FailureKind.REFUSED,
            false),
        new Trial("no right", Stub.errcode(48001, "api unauthorized"), FailureKind.AUTH, false),
        new Trial(
            "blocked ip", Stub.errcode(40164, "invalid ip 203.0.113.7"), FailureKind.AUTH, false),
        new Trial("unknown code", Stub.errcode(99999, "no such thing"), FailureKind.REFUSED, false),
        new Trial(
            "elsewhere",
            aResponse().withStatus(302).withHeader("Location", "http://evil.invalid/"),
            FailureKind.NETWORK,
            false));
  }

  /** A long answer takes a second to serve, so not every call gets one. */
  private static boolean probed(Object call) {
    return List.of("create", "get", "upload").contains(call.toString());
  }

  @BeforeAll
  static void start() {
    server = Stub.server();
  }

  @AfterAll
  static void stop() {
    server.stop();
  }

  @BeforeEach
  void open() {
    stub = new Stub(home, server);
  }

  @AfterEach
  void forget() {
    stub.forget();
  }

  static Stream<Arguments> matrix() {
    return calls().stream()
        .flatMap(call -> faults().stream().map(fault -> Arguments.of(call, fault)))
        .filter(pair -> !(pair.get()[1].toString().equals("too long") && !probed(pair.get()[0])));
  }

  @ParameterizedTest
  @MethodSource("matrix")
  void a_fault_is_told_and_repeated_only_where_that_is_harmless(Asked call, Trial fault) {
    stub.answer(LOOKUP, Stub.errcode(40056, "invalid serial code"));
    try (WeChat earlier = stub.client()) {
      earlier.tokens().current();
    }
    if (call.path.equals(Stub.TOKEN_PATH)) {
      stub.around.advance(Duration.ofHours(3));
    }
    stub.answer(call.path, fault.answer);
    int before = stub.requests(call.path);

    Failure failure = failure(call, limit(fault));

    assertThat(failure.kind()).isEqualTo(fault.kind);
    assertThat(failure.fix()).isPresent();
    int sent = stub.requests(call.path) - before;
    int tries = call.harmless && fault.mayHeal ? 3 : 1;
    assertThat(sent).isEqualTo(tries);
    assertThat(stub.pauses).hasSize(call.harmless && fault.mayHeal ? 2 : 0);
    assertThat(stub.pauses).allMatch(pause -> pause.toMillis() >= 200 && pause.toMillis() <= 800);
    String everythingTold = failure.json() + failure.getMessage() + stub.trace;
    assertThat(everythingTold).doesNotContain(Stub.SECRET, "marker-token");
  }

  static Stream<Trial> passing() {
    return faults().stream().filter(fault -> fault.mayHeal);
  }

  @ParameterizedTest
  @MethodSource("passing")
  void a_fault_that_passes_is_not_told(Trial fault) {
    stub.answer(
        "/card/get",
        fault.answer,
        fault.answer,
        Stub.json("{\"errcode\":0,\"errmsg\":\"ok\",\"card\":{\"card_type\":\"GROUPON\"}}"));

    try (WeChat weChat = stub.client(limit(fault))) {
      weChat.card("p1");
    }
    assertThat(stub.requests("/card/get")).isEqualTo(3);
  }

  private Failure failure(Asked call, ClientOptions options) {
    try (WeChat weChat = stub.client(options)) {
      Failure failure = catchThrowableOfType(Failure.class, () -> call.call.accept(weChat));
      assertThat(failure).as("a failure").isNotNull();
      return failure;
    }
  }

  private ClientOptions limit(Trial fault) {
    boolean slow = fault.name.equals("no answer") || fault.name.equals("slow drip");
    return stub.options().withCallLimit(Duration.ofMillis(slow ? 150 : 20_000));
  }
}
